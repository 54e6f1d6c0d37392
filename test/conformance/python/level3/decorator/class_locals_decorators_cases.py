def dec(n):
    def d(c):
        print('dec', n, c.__name__ if hasattr(c, '__name__') else c); return c
    return d
@dec(1)
@dec(2)
class A: pass
@dec(3)
def f(): pass
@(lambda f: 5)
def g(): pass
print(g)
class B:
    x = 1
    y = x + 1
    for i in range(3): z = i
    if y: w = 'w'
    print(sorted(k for k in locals() if not k.startswith('__')))
    def f(self): pass
    g = f
    try: 1/0
    except ZeroDivisionError: q = 1
print(B.i, B.z, B.w, B.g is B.f, B.q)
