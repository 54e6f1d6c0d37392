a = [1]; a.append(a); print(a, repr(a)); d = {}; d['d'] = d; print(d); t = ([],); t[0].append(t); print(t)
from collections import deque, OrderedDict, defaultdict
q = deque(); q.append(q); print(q)
s = {1}; print(s, frozenset(), set(), {frozenset({1})})
class A:
    def __init__(self): self.l = [self]
    def __repr__(self): return 'A(%r)' % self.l
try: print(A())
except RecursionError as e: print('rec')
print([None, True, 1.0, 'a', b'b', (1,), {1: 2}, {3}, range(2), slice(1), int, len, ...])
