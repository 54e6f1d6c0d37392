class C:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __le__(self, o): return self.n <= o.n
    def __repr__(self): return f'C{self.n}'
    def __hash__(self): return hash(self.n)
print(C(1) == C(1), C(1) != C(2), C(1) < C(2), C(1) > C(2), C(1) <= C(1), C(2) >= C(1), C(1) == 1, 1 == C(1), sorted([C(3), C(1), C(2)]), max(C(1), C(5)), {C(1): 'a'}[C(1)], C(1) in [C(1)], [C(1), 2] == [C(1), 2], len({C(1), C(1), C(2)}), [C(1)].index(C(1)), [C(1), C(2)].count(C(2)), (C(1),) < (C(2),))
class E:
    def __eq__(self, o): return True
print(E() == 5, 5 == E(), E() != 5, E() in [1], 3 in [E()])
try: hash(E())
except TypeError as e: print(e)
try: {E()}
except TypeError as e: print(e)
class N:
    def __ne__(self, o): return 'ne'
    def __eq__(self, o): return 'eq'
print(N() == 1, N() != 1, 1 == N(), 1 != N())
class G:
    def __gt__(self, o): return ('gt', o)
    def __ge__(self, o): return ('ge', o)
    def __lt__(self, o): return ('lt', o)
    def __le__(self, o): return ('le', o)
print(G() > 1, G() < 1, 1 < G(), 1 > G(), 1 <= G(), G() >= 2)
class O: pass
try: O() < O()
except TypeError as e: print(e)
try: O() < 5
except TypeError as e: print(e)
try: sorted([O(), O()])
except TypeError as e: print(e)
class A:
    def __lt__(self, o): print('A.lt'); return NotImplemented
    def __gt__(self, o): print('A.gt'); return True
class B(A):
    def __gt__(self, o): print('B.gt'); return 'from B'
print(A() < B(), A() < A())
print(O() == O(), O() != O(), O() is O()); o = O(); print(o == o, o in [o], [o] == [o])
from functools import total_ordering
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2), T(1) != T(2))
class Rich:
    def __init__(self, r): self.r = r
    def __eq__(self, o): return self.r
    def __lt__(self, o): return self.r
print(Rich([]) == 1, Rich('x') < 1, bool(Rich(0) == 1), 1 if Rich([]) == 1 else 2, not (Rich(5) == 5), Rich(3) in [Rich(0)], 1 < Rich(2) if False else None)
class Hash5:
    def __hash__(self): return 5
print(hash(Hash5()), hash(Hash5()) == hash(Hash5()), Hash5() == Hash5(), hash(C(7)), len({Hash5(), Hash5()}))
class Float(float):
    def __eq__(self, o): return 'Feq'
    __hash__ = float.__hash__
print(Float(1) == 1, 1 == Float(1), 1.0 == Float(2))
