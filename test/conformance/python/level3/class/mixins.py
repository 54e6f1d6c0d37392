class Repr:
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class Eq:
    def __eq__(self, o): return type(self) is type(o) and vars(self) == vars(o)
    def __hash__(self): return hash(tuple(vars(self).values()))
class Json:
    def to(self): return {k: v.to() if isinstance(v, Json) else v for k, v in vars(self).items()}
    @classmethod
    def of(cls, d): o = cls.__new__(cls); o.__dict__.update(d); return o
class Point(Repr, Eq, Json):
    def __init__(self, x, y): self.x, self.y = x, y
class Line(Repr, Eq, Json):
    def __init__(self, a, b): self.a, self.b = a, b
l = Line(Point(1, 2), Point(3, 4)); print(l, l.to(), Point.of({'x': 1, 'y': 2}) == Point(1, 2), len({Point(1, 2), Point(1, 2)}), Point(1, 2) == (1, 2))
class Shape:
    registry = []
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw); Shape.registry.append(cls.__name__)
    def area(self): raise NotImplementedError(type(self).__name__)
    def __lt__(self, o): return self.area() < o.area()
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return round(3.14159 * self.r ** 2, 2)
class Blob(Shape): pass
print(Shape.registry, [s.area() for s in sorted([Sq(3), Circle(1), Sq(1)])], isinstance(Sq(1), Shape))
try: Blob().area()
except NotImplementedError as e: print('NotImplementedError', e)
class Stack(list):
    push = list.append
    @property
    def top(self): return self[-1]
s = Stack(); s.push(1); s.push(2); print(s.top, s, s.pop(), len(s), isinstance(s, list))
class Default(dict):
    def __init__(self, f): super().__init__(); self.f = f
    def __missing__(self, k): self[k] = v = self.f(); return v
d = Default(list); d['a'].append(1); print(d, d['b'], len(d))
class Chain:
    def __init__(self, p=''): self.p = p
    def __getattr__(self, n): return Chain(f'{self.p}/{n}')
    def __str__(self): return self.p
print(Chain().users.list.x)
