class Empty: pass
class A:
    """doc of A"""
    count = 0
    def __init__(self, x=1, *, y=2):
        self.x = x; self.y = y
        A.count += 1
    def m(self, n): return self.x + n
    def chain(self): self.x += 1; return self
a = A(); b = A(5, y=6)
print(a.x, a.y, b.x, b.y, a.m(1), A.m(b, 1), A.count, a.count, A.__doc__, A.__name__, a.__class__ is A, type(a) is A, isinstance(a, A))
a.count = 'instance'; print(a.count, A.count, b.count); del a.count; print(a.count)
print(a.chain().chain().x, a.__dict__, vars(b), hasattr(a, 'm'), A.__dict__['count'], 'm' in A.__dict__)
f = a.m; print(f(10), f.__self__ is a, f.__func__ is A.m, f.__name__, A.m.__qualname__)
a.new = lambda: 'attr func'; print(a.new())
A.added = lambda self: self.x * 100; print(b.added())
e = Empty(); e.z = 1; print(e.z, Empty.__mro__ == (Empty, object), Empty.__bases__, Empty() == Empty(), e == e, e != e, bool(e), hash(e) == hash(e))
class B:
    def __init__(self): self.items = []
    def add(self, *xs):
        for x in xs: self.items.append(x)
        return len(self.items)
print(B().add(1, 2), B().items)
class Outer:
    class Inner:
        v = 'inner'
        def get(self): return self.v
    def make(self): return self.Inner()
print(Outer.Inner.v, Outer().make().get(), Outer.Inner.__qualname__)
class WithLoop:
    squares = []
    for i in range(4): squares.append(i * i)
    if len(squares) > 3: big = True
    else: big = False
print(WithLoop.squares, WithLoop.big, WithLoop.i)
def make_class(n):
    class Local:
        val = n
        def get(self): return n + self.val
    return Local
print(make_class(3)().get(), make_class(1).__name__, make_class(1).__qualname__)
try:
    class Bad: x = undefined_name
except NameError as ex: print(ex)
try: Empty(1)
except TypeError as ex: print(ex)
try: A.m()
except TypeError as ex: print(ex)
try: a.m()
except TypeError as ex: print(ex)
try:
    class R:
        def __init__(self): return 5
    R()
except TypeError as ex: print(ex)
x = 'g'
class Scope:
    x = 'c'
    def m(self): return x
    l = [x for _ in range(1)]
    y = x
print(Scope().m(), Scope.l, Scope.y)
