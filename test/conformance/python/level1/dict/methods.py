d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 5), d.setdefault('a', 9), d.setdefault('c', 3), d.setdefault('n'), d)
print(d.pop('a'), d.pop('zz', 'dflt'), d.popitem(), d)
d.update({'x': 1}); d.update([('y', 2)]); d.update(z=3); d.update({'x': 9}, w=4); d.update(); print(d)
c = d.copy(); c['x'] = 0; print(d['x'], c['x']); c.clear(); print(c)
print(dict.fromkeys('ab'), dict.fromkeys([1, 2], 0), dict.fromkeys((), 1), {}.fromkeys('x', []))
for f in (lambda: {}.pop('a'), lambda: {}.popitem(), lambda: {}.get(), lambda: {}.update(5), lambda: {}.update([1]), lambda: {}.get([], 1), lambda: {}.pop(), lambda: dict.fromkeys(5), lambda: {}.setdefault([]), lambda: {}.update([(1,)]), lambda: {}.foo, lambda: {}.keys(1), lambda: {}.get(1, 2, 3), lambda: {}.update(1, 2), lambda: {}.copy(1), lambda: {}.get(key=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
d = {'a': 1, 'b': 2}
k = d.keys(); v = d.values(); i = d.items()
d['c'] = 3
print(k, v, i, len(k), 'c' in k, 3 in v, ('c', 3) in i, ('c', 4) in i, list(reversed(d)), list(reversed(d.values())), list(reversed(d.items())))
print(sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), k == {'a', 'b', 'c'}, k <= {'a', 'b', 'c', 'd'}, k.isdisjoint({'q'}), i == {('a', 1), ('b', 2), ('c', 3)}, sorted({'a', 'q'} & k), {'a'} < k)
print(list(iter(d)), next(iter(d)), max(d), sorted(d, key=d.get, reverse=True), sorted(d.items(), key=lambda kv: -kv[1]), sum(d.values()), {v: k for k, v in d.items()}, 'a' in d.keys(), d.__contains__('a'), d.__getitem__('a'), d.__len__())
try:
    for x in d: d['new' + x] = 1
except RuntimeError as e:
    print(e)
try:
    for x in {'q': 1, 'r': 2}.keys(): pass
    for x in d: del d[x]
except RuntimeError as e:
    print(e)
for k in list(d): del d[k]
print(d)
class M(dict):
    def __missing__(self, key): return key * 2
m = M(a=1); print(m['a'], m['b'], m.get('b'), m, len(m), isinstance(m, dict), 'b' in m)
