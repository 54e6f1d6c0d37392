def f(a, b=2, *c, d, e=5, **k): print(a,b,c,d,e,k)
f(1, d=4)
f(1,2,3,4,d=5,z=6)
f(*[1,2], **{'d': 3, 'q': 4})
f(*'ab', *'cd', d=1, **{'x':1}, **{'y':2})
def t(s, *a, **k):
    try: s(*a, **k)
    except Exception as x: print(type(x).__name__, x)
t(f)
t(f, 1)
t(f, 1, a=2, d=3)
def g(a, b): pass
t(g)
t(g, 1)
t(g, 1, 2, 3)
t(g, 1, 2, c=3)
t(g, 1, b=2, a=3)
t(g, c=1)
def g(a, b=1): pass
t(g, 1, 2, 3)
t(g)
def g(*, a, b): pass
t(g)
t(g, 1)
t(g, a=1)
t(g, 1, 2, a=1, b=2)
def g(a, /, b): pass
t(g, a=1, b=2)
t(g, 1, 2, 3)
def g(a, b=1, /, **k): print(a, b, k)
t(g, 1, a=5, b=6)
def g(): pass
t(g, 1)
t(g, x=1)
def g(a,b,c,d): pass
t(g)
t(g, 1)
def g(a, *, k=1): pass
t(g, 1, 2)
t(g, 1, 2, k=3)
def g(a, b=2, *, k, m=1): pass
t(g, 1, 2, 3, k=1)
t(g, 1, 2, 3)
t(lambda: 0, 1)
t(lambda x: 0)
class A:
    def m(self, a): pass
t(A().m)
t(A().m, 1, 2)
t(A.m)
t(A, 1)
class A:
    def __init__(self, a): pass
t(A)
t(A, 1, 2)
t(A, b=1)
def f(a=[]):
    a.append(1); return a
print(f(), f(), f.__defaults__)
def f(*, a=1): pass
print(f.__kwdefaults__)
t(f, **{1: 2})
t(f, **5)
t(f, *5)
def f(**k): print(k)
f(**{'a': 1}, b=2)
def ff(): f(**{'a': 1}, **{'a': 2})
t(ff)
def ff(): f(a=1, **{'a': 2})
t(ff)
def ff(): f(*1)
t(ff)
def ff(): f(**1)
t(ff)
def ff(): f(**{1:1})
t(ff)
def ff(): print(**{1:1})
t(ff)
def ff(): len(*[[1]], *[2])
t(ff)
