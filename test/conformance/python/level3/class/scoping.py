class A:
    __x=1
    def __init__(self): self.__y=2
    def get(self): return self.__y,A.__x,self.__class__.__name__
    def __m(self): return 'pm'
    def call(self): return self.__m()
a=A(); print(a.get(), a._A__y, a.call(), sorted(k for k in A.__dict__ if 'A__' in k))
try: a.__y
except AttributeError as e: print(e)
x=1
class B:
    x=2
    y=[x for _ in range(2)]
    z=[i for i in range(x)]
    def f(self): return x
    l=lambda self: x
    class C: q=x
print(B.y,B.z,B().f(),B().l(),B.C.q)
class D:
    a=1
    try: b=[a for _ in range(1)]
    except NameError as e: print(e)
    del a
print(hasattr(D,'a'))
def f():
    class E: nonlocal_=1
    v=1
    class G:
        nonlocal v
        v=2
    return v
print(f())
class H:
    def f(self): return __class__
print(H().f())
class I:
    global gg
    gg=5
print(gg, hasattr(I,'gg'))
print(A.__qualname__, B.C.__qualname__, f.__qualname__, H.f.__qualname__, (lambda:0).__qualname__, B.l.__name__)
def outer():
    def inner(): pass
    class L:
        def m(self): pass
    return inner,L
i,l=outer(); print(i.__qualname__,l.__qualname__,l.m.__qualname__,i.__name__)
