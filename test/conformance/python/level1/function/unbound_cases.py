def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
def f():
    print(q)
    q = 1
e(f)
def f():
    if 0: z = 1
    return z
e(f)
def f():
    for k in []: pass
    return k
e(f)
def f():
    def g(): return w
    del_ = 1
    if 0: w = 1
    return g()
e(f)
def f(): return undefined_name
e(f)
def f():
    try: 1/0
    except Exception as x: pass
    return x
e(f)
def f():
    import math as m
    del m
    return m
e(f)
e(lambda: undefined.attr)
class C:
    try: print(zzz)
    except NameError as x: print(x)
