class A:
    def __init__(self): self.__x = 1
    def g(self): return self.__x
    __y = 5
    def __m(self): return 'm'
    def c(self): return self.__m(), A.__y, self.__dunder__, getattr(self, '_A__x')
    __dunder__ = 1
a = A()
print(a.g(), a._A__x, A._A__y, a.c())
try: a.__x
except AttributeError as e: print(e)
class _B:
    __z = 1
    def f(self):
        __loc = 5
        return sorted(locals())
print(_B._B__z, _B().f())
class __: 
    __q = 1
    print('__q' in locals())
