class A:
    def __init__(self, n): self.n = n
    def hi(self): return 'A.hi'
    def who(self): return self.hi() + '!'
    v = 'a'
class B(A):
    def __init__(self, n, m): super().__init__(n); self.m = m
    def hi(self): return 'B.' + super().hi()
class C(A):
    def hi(self): return 'C.' + super().hi()
class D(B, C):
    def hi(self): return 'D.' + super().hi()
d = D(1, 2)
print(d.hi(), d.who(), d.n, d.m, d.v, [k.__name__ for k in D.__mro__], D.mro()[1].__name__, D.__bases__)
print(isinstance(d, A), issubclass(D, C), isinstance(d, (int, C)), issubclass(A, D), super(D, d).hi(), super(B, d).hi(), B.hi(d))
class L(list):
    def first(self): return self[0]
    def append(self, x): super().append(x * 2)
l = L([1, 2]); l.append(3); print(l, l.first(), len(l), isinstance(l, list), type(l[:]).__name__, l + [1], type(l + [1]).__name__, l == [1, 2, 6], repr(l), sorted(l), [x for x in l])
class I(int):
    def __add__(self, o): return I(int(self) + o + 100)
    def __repr__(self): return f'I({int(self)})'
print(I(5) + 1, I(5) * 2, I(5), type(I(5) * 2).__name__, I(3) == 3, hash(I(3)) == hash(3), [10, 20, 30, 40][I(3)], I('7'))
class S(str):
    def shout(self): return self.upper() + '!'
    def __len__(self): return 99
s = S('abc'); print(s, s.shout(), len(s), s + 'd', type(s + 'd').__name__, s == 'abc', {s: 1}['abc'], f'{s:>5}', isinstance(s, str))
class Dd(dict):
    def __getitem__(self, k): return 'got ' + str(super().get(k))
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
dd = Dd(a=1); dd['b'] = 2; print(dd['a'], dd['b'], dd.get('b'), dd, dd.items(), 'a' in dd, len(dd))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def total(self): return sum(self)
t = T(1, 2, 3); print(t, t.total(), t[0], t == (1, 2, 3), len(t))
class F(float): 
    def __str__(self): return 'F'
print(F(1.5), repr(F(1.5)), F(1.5) + 1, f'{F(2.5)}', '%s' % F(1))
class St(set): pass
print(St([1]), St([1]) | {2} == {1, 2}, type(St([1]) | {2}).__name__, len(St('ab')))
class X(Exception): pass
class Y(X, KeyError): pass
print([k.__name__ for k in Y.__mro__])
try:
    class Bad(A, object, B): pass
except TypeError as e: print(str(e).splitlines()[0])
try:
    class Bad2(A, A): pass
except TypeError as e: print(e)
try:
    class Bad3(5): pass
except TypeError as e: print(e)
try:
    class Bad4(bool): pass
except TypeError as e: print(e)
class M1:
    def go(self): return ['M1']
class M2(M1):
    def go(self): return ['M2'] + super().go()
class M3(M1):
    def go(self): return ['M3'] + super().go()
class M4(M2, M3):
    def go(self): return ['M4'] + super().go()
print(M4().go())
class Base:
    def template(self): return self.step1() + self.step2()
    def step1(self): return 'base1'
    def step2(self): raise NotImplementedError('step2')
class Impl(Base):
    def step2(self): return 'impl2'
print(Impl().template())
try: Base().template()
except NotImplementedError as e: print(e)
try: super().x
except RuntimeError as e: print(e)
