class A:
    def __init__(s, n): s.n = n
    def __eq__(s, o): print('eq', s.n); return NotImplemented
    def __lt__(s, o): print('lt', s.n); return NotImplemented
    def __gt__(s, o): print('gt', s.n); return NotImplemented
a, b = A('a'), A('b')
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
e(lambda: a == b); e(lambda: a != b); e(lambda: a < b); e(lambda: a > b); e(lambda: a <= b); e(hash, a)
class B(A):
    def __lt__(s, o): print('B.lt'); return True
    def __gt__(s, o): print('B.gt'); return True
e(lambda: a < B('x')); e(lambda: a > B('x'))
class C:
    def __eq__(s, o): return 'yes'
    def __ne__(s, o): return 'no'
    def __lt__(s, o): return []
    __hash__ = None
print(C() == 1, C() != 1, C() < 1, not C() == 1, 1 < 2 < 3, 1 < 3 < 2)
e(hash, C()); e(lambda: {C(): 1})
class D:
    def __eq__(s, o): return o == 5
    def __hash__(s): return 5
print({5: 'x'}.get(D()), 5 in {D()}, [D()].index(5), [5].count(D()), (5,) == (D(),), [D()] == [5])
class E:
    def __eq__(s, o): return True
e(hash, E())
class F(E):
    __hash__ = object.__hash__
print(type(hash(F())))
class G:
    def __eq__(s, o): return False
g = G()
print(g == g, [g] == [g], g in [g], {1: g} == {1: g}, [g].index(g))
class H:
    def __eq__(self, o): raise ValueError('eq')
e(lambda: [H()] == [1]); e(lambda: H() in [1]); e(lambda: [1].index(H())); e(lambda: (1,).count(H()))
class I:
    def __bool__(self): raise ValueError('bool')
i = I()
e(lambda: not i); e(lambda: i and 1); e(lambda: 1 if i else 2); e(bool, i)
class J:
    def __lt__(s, o): return i
e(lambda: sorted([J(), J()])); e(lambda: J() < 1 < 2); e(lambda: min(J(), J()))
print(1 == 1.0 == True, 'a' < 'b', [1, 2] < [1, 3], (1,) < (1, 2), {1} < {1, 2}, b'a' < b'b', 1 < 1.5)
e(lambda: 1 < 'a'); e(lambda: [] < ()); e(lambda: None < None); e(lambda: {} < {}); e(lambda: 1j < 2); e(lambda: [1] < ['a']); e(lambda: b'' < ''); e(lambda: {1} < [1]); e(lambda: max(1, 'a')); e(lambda: sorted([1, 'a'])); e(lambda: object() < object())
e(lambda: range(3) < range(4)); e(lambda: print < len)
