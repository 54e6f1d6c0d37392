class I(int):
    def __add__(s, o): return I(int(s) + o + 1)
    def __repr__(s): return f'I({int(s)})'
i = I(5)
print(i + 1, i - 1, type(i - 1), i == 5, hash(i) == hash(5), {5: 1}[i], [10, 20, 30, 40, 50, 60][i], i * 2, -i, int(i), str(i), f'{i}', f'{i:03d}', '%d' % i, I('7'), I(3.9), I(), isinstance(i, int), abs(I(-3)), i.real, i.bit_length(), bool(I(0)), range(i), sum([i, i]), 1 + i, max(i, 3), divmod(i, 2))
i.attr = 3; print(i.attr)
class F(float):
    def __str__(s): return 'F!'
f = F(2.5); print(f, repr(f), f * 2, f'{f}', f'{f:.3f}', '%s' % f, [f], f == 2.5, F('inf'), F.fromhex('0x1p3'), type(F.fromhex('0x1p3')))
class S(str):
    def upper(s): return 'UP'
    def __getitem__(s, i): return 'gi' + super().__getitem__(i)
s = S('hello'); print(s, s.upper(), s[0], s + 'x', type(s + 'x'), s.lower(), type(s.strip()), len(s), s == 'hello', {s: 1}['hello'], s * 2, s.split('l'), ','.join([s, s]), list(s), s.replace('h', 'j'), str(s), type(str(s)), repr(s), s % (), f'{s:>10}', s in 'hellos', 'ell' in s)
s.x = 1; print(s.x, s.__dict__)
class L(list):
    def append(s, x): super().append(x * 2)
    def __len__(s): return 99
l = L([1, 2]); l.append(3); print(l, len(l), l[0], l[:1], type(l[:1]), type(l + l), l == [1, 2, 6], L() == [], list(l), sorted(l, reverse=True), bool(L()), repr(l), isinstance(l, list), l.copy(), type(l.copy()), type(l * 2))
l += [5]; print(type(l), l)
class D(dict):
    def __missing__(s, k): return k * 2
    def __setitem__(s, k, v): super().__setitem__(k, v + 1)
d = D(a=1); d['b'] = 2; print(d, d['zz'], d.get('zz'), 'zz' in d, d == {'a': 1, 'b': 3}, type(d.copy()), dict(d), {**d}, d | {'c': 1}, type(d | {}))
d.update(q=1); d.setdefault('r', 5); print(d)
class T(tuple): 
    def __repr__(s): return 'T' + super().__repr__()
t = T([1, 2]); print(t, t + (3,), type(t + (3,)), t[0], t[:], type(t[:]), hash(t) == hash((1, 2)), t == (1, 2), '%s %s' % t, T(), (lambda *a: a)(*t))
class Se(set): pass
s = Se([1, 2]); print(s, s | {3}, type(s | {3}), type(s.copy()), s == {1, 2}, s - {1}, type({1} | s))
class Fr(frozenset): pass
print(Fr([1]), type(Fr([1]) | {2}), Fr([1]) == {1})
class B(bytes):
    def __new__(c, x): return super().__new__(c, [x, x])
print(B(65), type(B(65) + b''), B(65) == b'AA')
class BA(bytearray): pass
b = BA(b'ab'); b.append(67); print(b, type(b + b''), type(b[:1]))
class E(Exception): pass
class E2(E, ValueError): pass
try: raise E2('a', 2)
except ValueError as x: print(x, repr(x), x.args)
class P(property): pass
class Q:
    @P
    def z(self): return 4
print(Q().z)
class O(object): pass
print(O().__eq__(1), O().__ne__(1), O.__lt__(O(), 1), O().__hash__() == hash(O()) if 0 else '', O().__sizeof__() > 0, O().__str__()[:16], O().__repr__()[-1], O().__format__('')[:3], O().__dir__()[:0], O().__init_subclass__(), O().__subclasshook__(1), O().__class__)
try: O().__format__('x')
except TypeError as x: print(x)
try: format(None, 'x')
except TypeError as x: print(x)
try: format([], '5')
except TypeError as x: print(x)
