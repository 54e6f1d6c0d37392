def a():
    x = 1
    def b():
        nonlocal x
        x += 1
        def c():
            nonlocal x
            x += 10
            y = x
            def d(): return x + y
            return d
        return c
    return b, lambda: x
b, g = a()
print(b()()(), g())
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); print(c(), c(5), c())
def outer():
    def f(): return g2()
    def g2(): return 'g2'
    return f()
print(outer())
def rec(n): return 1 if n <= 1 else n * rec(n - 1)
print(rec(10))
def f(x):
    if x:
        def g(): return x
        return g
    return None
print(f(3)(), f(0))
def f():
    x = 1
    class C:
        y = x
        def m(self): return x
    x = 2
    return C.y, C().m()
print(f())
def f(a, b=lambda: 5, *, c=[1]): return a, b(), c
print(f(1))
def f():
    global newg
    newg = 1
    def g():
        return newg
    return g()
print(f(), newg)
def f():
    try:
        return x1
    except UnboundLocalError as e: print(e)
    x1 = 1
f()
def f():
    for i in range(2):
        def g(): return i
    return g()
print(f())
