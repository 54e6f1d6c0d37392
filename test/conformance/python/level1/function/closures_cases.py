def f():
    x = 1
    def g():
        nonlocal x
        x += 1
        return x
    return g, lambda: x
g, h = f()
print(g(), g(), h())
fs = [lambda: i for i in range(3)]
print([q() for q in fs])
fs = [lambda i=i: i for i in range(3)]
print([q() for q in fs])
def f():
    def g(): return y
    try: g()
    except NameError as e: print(type(e).__name__, e)
    y = 3
    print(g())
f()
def f(x):
    def g():
        def h():
            nonlocal x
            x *= 2
            return x
        return h
    return g
h = f(3)()
print(h(), h())
print(h.__closure__ is not None, h.__code__.co_freevars, h.__name__, h.__qualname__)
print(f.__closure__)
class A:
    x = 5
    def f(self): return x
    y = [x for _ in range(2)]
x = 'global'
print(A().f(), A.y)
