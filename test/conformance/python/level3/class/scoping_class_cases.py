x = 'global'
def f():
    x = 'f'
    class A:
        print(x)
        x = 'A'
        print(x)
        def m(self): return x
    return A().m()
print(f())
def f():
    class A:
        nonlocal_y = 1
        def g(self):
            nonlocal z
            z += 1
            return z
    z = 10
    return A().g()
print(f())
class B:
    global gg
    gg = 4
print(gg, hasattr(B, 'gg'))
