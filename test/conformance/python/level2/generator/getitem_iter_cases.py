class A:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(A()), 20 in A(), 5 in A(), tuple(A()), max(A()), [*A()])
a, b, c = A()
print(a, b, c)
class B:
    def __getitem__(self, i):
        if i > 2: raise StopIteration
        return i
print(list(B()))
class C:
    def __getitem__(self, i): raise KeyError(i)
try: list(C())
except KeyError as e: print(repr(e))
it = iter(A())
print(type(it).__name__, next(it), it.__length_hint__() if hasattr(it,'__length_hint__') else 0)
class D:
    def __iter__(self): return 5
try: iter(D())
except TypeError as e: print(e)
class E:
    __iter__ = None
try: iter(E())
except TypeError as e: print(e)
class F: pass
try: iter(F())
except TypeError as e: print(e)
try: next(F())
except TypeError as e: print(e)
try: 1 in F()
except TypeError as e: print(e)
class G:
    def __iter__(self): return self
try: iter(G())
except TypeError as e: print(e)
try: list(reversed(F()))
except TypeError as e: print(e)
class H:
    def __len__(self): return 3
    def __getitem__(self, i): return i
print(list(reversed(H())))
print(list(iter(lambda l=[1,2,3]: l.pop(), 1)))
try: iter(5, 5)
except TypeError as e: print(e)
print(next(iter([]), 'd'))
