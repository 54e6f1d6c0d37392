import copy
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a); c = copy.deepcopy(a); a[1].append('x'); a[2]['k'].append('y'); a.append('z'); print(a, b, c)
class P:
    def __init__(self, v): self.v = v
p = P([1]); q = copy.copy(p); r = copy.deepcopy(p); p.v.append(2); print(q.v, r.v, type(r).__name__)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m)
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy([C()]), copy.deepcopy((1, 'a')), copy.copy({1, 2}) == {1, 2}, copy.deepcopy(None), copy.copy('x'))
