def f(): return 1
def g(a, b): return a + b
def h(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, kw)
def n(): pass
print(f(), g(1, 2), g(b=1, a=2), n(), h(1, c=3), h(1, 2, 3, 4, c=5, d=6, e=7), h(c=1, a=2), h(*[1, 2, 3], **{'c': 4, 'z': 5}), h(1, *(2, 3), c=4, **{}), h(*'ab', *'cd', c=0))
def pos(a, b, /, c, *, d): return a, b, c, d
print(pos(1, 2, 3, d=4), pos(1, 2, c=3, d=4))
def rec(n): return 1 if n <= 1 else n * rec(n - 1)
print(rec(10), rec(30))
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(80))
def default(a, l=[]):
    l.append(a); return l
print(default(1), default(2), default(3, []))
x = 5
def dflt(a=x): return a
x = 10
print(dflt(), (lambda: 7)(), (lambda a, b=2, *c, **d: (a, b, c, d))(1, 2, 3, k=4), (lambda *, k: k)(k=1), (lambda a, /, b: a + b)(1, b=2))
def doc():
    """docstring"""
    return doc.__doc__
print(doc(), doc.__name__, doc.__qualname__, f.__doc__, h.__defaults__, h.__kwdefaults__, f.__module__)
def multi(): return 1, 2
print(multi(), multi()[0]); a, b = multi()
def outer():
    def inner(x): return x * 2
    return inner
print(outer()(5), outer().__qualname__, outer().__name__, (lambda: 0).__qualname__)
def early(x):
    if x: return 'yes'
    for i in range(5):
        if i == 3: return i
print(early(1), early(0)); f.attr = 5; print(f.attr, f.__dict__)
def annotated(a: int, b: 'str' = 'x', *c: list, **d: dict) -> bool: return (a, b)
print(annotated(1), annotated.__annotations__)
y: int = 5; z: str
print(y)
