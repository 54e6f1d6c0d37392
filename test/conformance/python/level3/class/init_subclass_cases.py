class A:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        A.subs.append((cls.__name__, tag))
class B(A, tag='b'): pass
class C(B): pass
print(A.subs)
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
def f():
    class D(A, zip=1): pass
e(f)
def f():
    class D(x=1): pass
e(f)
class G:
    def __class_getitem__(cls, k): return cls.__name__, k
print(G[int], G[1, 2])
def f():
    class H: pass
    H[1]
e(f)
