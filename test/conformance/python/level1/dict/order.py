d = {}
for w in 'the quick brown fox jumps over the lazy dog the end'.split(): d[w] = d.get(w, 0) + 1
print(d)
d['the'] = 0; d.pop('quick'); d['quick'] = 'back'; print(d)
print(d.popitem(), d.popitem(), list(d)[:3])
d = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 3): del d[i]
print(len(d), list(d.items())[:5], list(d)[-3:], 999 in d, 998 in d, sum(d))
for i in range(5): d[-i] = i
print(list(d)[-6:], len(d))
d.clear(); d['x'] = 1; print(d)
groups = {}
for n, k in [(1, 'odd'), (2, 'even'), (3, 'odd')]: groups.setdefault(k, []).append(n)
print(groups)
a = {'x': 1, 'y': 2}; b = {'y': 3, 'z': 4}
print({**a, **b}, a | b, b | a, {k: a.get(k, 0) + b.get(k, 0) for k in sorted(set(a) | set(b))})
print(dict(sorted({'b': 1, 'a': 2}.items())), dict(reversed(list(a.items()))), {1: 'int', '1': 'str', 1.0: 'float'}, {0: 'a', False: 'b', -0.0: 'c'})
keys = [10 ** 20, 1.5, 'k', b'k', (1, 'a'), frozenset([1]), None, float('inf'), -1, -2, ..., int, len]
d = {k: i for i, k in enumerate(keys)}
print([d[k] for k in keys], d[10 ** 20], d[(1, 'a')], d[frozenset([1])])
class H:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __eq__(self, o): return isinstance(o, H) and self.n == o.n
    def __repr__(self): return f'H{self.n}'
d = {H(i % 5): i for i in range(10)}
print(d, d[H(3)], H(7) in d)
