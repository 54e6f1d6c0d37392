class Base:
    shared = []
    name = 'base'
    def __init__(self): self.own = 'own'
    def greet(self): return f'{self.name} {self.own}'
class Child(Base):
    name = 'child'
    def __init__(self): super().__init__(); self.extra = 1
a, b = Child(), Base(); print(a.greet(), b.greet(), a.shared is b.shared, 'name' in a.__dict__, 'name' in Child.__dict__); a.name = 'inst'; a.shared.append(1); print(a.greet(), Child.name, b.shared, a.__dict__); del a.name; print(a.name); Base.new = 'added'; print(a.new, Child.new); Child.greet = lambda self: 'patched'; print(a.greet(), b.greet()); a.greet = lambda: 'instance fn'; print(a.greet()); del Child.greet; del a.greet; print(a.greet())
for f in (lambda: a.nope, lambda: Child.nope, lambda: delattr(a, 'name'), lambda: a.own.nope, lambda: Child.greet(), lambda: Base.greet(5), lambda: a.greet(1), lambda: a()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hasattr(a, 'own'), getattr(a, 'zz', 'dflt'), sorted(k for k in dir(a) if not k.startswith('__')), vars(a), isinstance(a, Base), type(a).__name__, a.__class__.__base__.__name__, Child.__mro__[1] is Base, a.__class__ is Child, Child.__name__, a.greet.__func__ is Base.greet, a.greet == a.greet, a.greet is a.greet, Base.greet is Base.greet)
class Counter:
    total = 0
    def __init__(self): Counter.total += 1; self.id = self.total
    @property
    def double(self): return self.id * 2
print(Counter().id, Counter().id, Counter().double, Counter.total); c = Counter(); c.total += 10; print(c.total, Counter.total)
