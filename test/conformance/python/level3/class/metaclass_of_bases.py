class M(type):
    def __new__(m,n,b,d): print('new',n); return super().__new__(m,n,b,d)
    def __init__(c,n,b,d): print('init',n); super().__init__(n,b,d)
class A(metaclass=M): pass
B=type('B',(A,),{'x':1}); print(type(B), B.x)
from abc import ABC, abstractmethod
class I(ABC):
    @abstractmethod
    def f(self): pass
C=type('C',(I,),{'f':lambda s:1}); print(C().f())
try: type('D',(I,),{})()
except TypeError as e: print(e)
