class A:
    def __iter__(self): return 1
class B:
    def __iter__(self): return self
class C:
    def __iter__(self): raise ValueError('iter failed')
class D:
    def __iter__(self): return self
    def __next__(self): raise KeyError('next failed')
class E:
    def __getitem__(self, i): raise IndexError if i > 1 else (ValueError('item') if i else IndexError)
class F:
    def __len__(self): raise TypeError('len failed')
class G:
    def __contains__(self, x): raise RuntimeError('contains failed')
class H:
    def __bool__(self): return 'yes'
class I:
    def __getattr__(self, n): raise AttributeError('getattr ' + n)
class J:
    def __eq__(self, o): raise ValueError('eq failed')
    def __hash__(self): return 1
class K:
    def __hash__(self): raise TypeError('no hash')
class L:
    def __call__(self): raise StopIteration('called')
class M:
    def __enter__(self): return self
class N:
    def __str__(self): raise ValueError('str failed')
for f in (lambda: iter(A()), lambda: list(B()), lambda: list(C()), lambda: list(D()), lambda: list(E()), lambda: len(F()), lambda: 1 in G(), lambda: bool(H()), lambda: I().x, lambda: J() == 1, lambda: {J(): 1, J(): 2}, lambda: [J()].index(5), lambda: {K()}, lambda: L()(), lambda: str(N()), lambda: f'{N()}', lambda: [1, 2][A()], lambda: sorted([A(), A()]), lambda: max(A(), A()), lambda: A() + 1, lambda: -A(), lambda: A()[0], lambda: A()(), lambda: len(A()), lambda: A() < A(), lambda: abs(A()), lambda: int(A()), lambda: float(A()), lambda: round(A()), lambda: range(A()), lambda: 'x' * A(), lambda: ','.join([A()]), lambda: print(N()), lambda: dict([A()]), lambda: bytes(A()), lambda: hash([A()])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def wm():
    with M() as m: pass
try: wm()
except Exception as e: print(type(e).__name__, e)
def sa(): A()[0] = 1
def da(): del A()[0]
def ad(): del A().x
for f in (sa, da, ad):
    try: f()
    except Exception as e: print(type(e).__name__, e)
