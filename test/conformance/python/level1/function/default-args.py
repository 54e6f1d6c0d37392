def f(a, b=1, *, c=2, d): return a, b, c, d
print(f(0, d=3), f(0, 5, d=3, c=4), f(d=1, a=0, b=9))
x = 10
def g(n=x, l=[], m=(1, 2)): l.append(n); return l
print(g(), g(5), g(l=[0])); x = 20; print(g()); print(g.__defaults__, f.__kwdefaults__)
def h(a, b=lambda: 'default fn', c=None): return a, b(), c or 'none'
print(h(1), h(1, str, 2), h(c='x', a=0))
def order(a=print('evaluated once')): return a
order(); order()
def nested(f=lambda x=5: x * 2): return f() + f(1)
print(nested(), nested(lambda *a: 0))
def mutable(d={}):
    d[len(d)] = len(d)
    return dict(d)
mutable(); print(mutable())
class C:
    limit = 3
    def m(self, n=limit): return n
C.limit = 9; print(C().m(), C().m(1))
def kwonly(*, a, b=2): return a, b
print(kwonly(a=1))
for c in (lambda: kwonly(1), lambda: kwonly(b=1), lambda: f(1), lambda: f(), lambda: f(1, 2, 3, d=4), lambda: h(), lambda: h(1, 2, 3, 4)):
    try: c()
    except TypeError as e: print(e)
