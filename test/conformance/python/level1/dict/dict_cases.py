def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
d = {'a': 1, 'b': 2}
e(dict, 5); e(dict, [1]); e(dict, [(1,)]); e(dict, [(1, 2, 3)]); e(dict, ['ab']); e(dict, [('a', 1)], b=2); e(dict, {'a': 1}, a=2); e(dict, 1, 2); e(dict, [[[], 1]]); e(dict, x=1); e(dict, **{'1': 2}); e(dict, zip('ab', [1, 2])); e(dict, None); e(dict, ['abc']); e(dict, {1, 2})
e(d.get, 'a'); e(d.get, 'z'); e(d.get, 'z', 5); e(d.get); e(d.get, []); e(d.get, 'a', 1, 2); e(d.get, key='a'); e(d.setdefault, 'c'); e(d.setdefault, 'c', 5); e(d.setdefault, 'd', 5); e(d.setdefault); e(d.setdefault, []); e(d.pop, 'd'); e(d.pop, 'z'); e(d.pop, 'z', None); e(d.pop); e(d.pop, []); e(d.pop, 1, 2, 3); e(d.popitem); e(d.popitem, 1); e({}.popitem); e(d.update, {'q': 1}, r=2); e(d.update, [('x', 1)]); e(d.update, 5); e(d.update, [1]); e(d.update, [(1, 2, 3)]); e(d.update, 1, 2); e(d.update); e(d.copy); e(d.keys); e(d.values); e(d.items); e(d.clear); e(dict.fromkeys, 'ab'); e(dict.fromkeys, 'ab', 0); e(dict.fromkeys, 5); e(dict.fromkeys); e(dict.fromkeys, [[]]); e(dict.fromkeys, [1], [2]); e(d.clear, 1)
d = {'a': 1, 2: 'b', None: [], (1,): {}}
print(d, repr(d), len(d), list(d), 'a' in d, 2.0 in d, d[2.0], list(reversed(d)), d == dict(d), d != {}, d is d.copy())
e(lambda: d['z']); e(lambda: d[[]]); e(lambda: {[]: 1}); e(lambda: {{}: 1}); e(lambda: d[1, 2]); e(lambda: [] in d); e(lambda: d < d); e(lambda: d + d); e(lambda: d | {'k': 1}); e(lambda: d | 5); e(lambda: hash(d)); e(lambda: d.foo); e(lambda: d[(1, [])]); e(lambda: {1: 2} | [(3, 4)]); e(lambda: [(3, 4)] | {1: 2}); e(lambda: d.__getitem__('z')); e(d.__contains__, 'a'); e({}.__len__); e({1: 2}.__eq__, {1: 2}); e({1: 2}.__or__, 5); e({}.__getitem__); e(d.has_key if hasattr(d, 'has_key') else len, d)
def mod():
    d = {1: 2, 3: 4}
    for x in d: d[x + 10] = 1
e(mod)
def mod():
    d = {1: 2, 3: 4}
    for x in d: del d[x]
e(mod)
def mod():
    d = {1: 2, 3: 4}
    for x in d: d.pop(x); d[x + 5] = 1
e(mod)
def mod():
    d = {1: 2, 3: 4}
    for x in d.items(): d.clear()
e(mod)
def mod():
    d = {1: 2, 3: 4}
    for x in d.values(): d[9] = 1
e(mod)
k, v, i = d.keys(), d.values(), d.items()
print(type(k).__name__, type(v).__name__, type(i).__name__, len(k), 'a' in k, 1 in v, ('a', 1) in i, ('a',) in i, 5 in i, k == set(d), k & ['a'], sorted(k - {None, 2, (1,)}), k.isdisjoint([]), k.mapping == d)
print(repr({}.keys()), repr({1: 2}.items()), repr({1: 2}.values()), {1: 2}.keys() == {1: 3}.keys(), {1: 2}.items() == {1: 2}.items(), {1: 2}.values() == {1: 2}.values(), {1: 2}.keys() | {3}, {1: 2}.items() ^ {(1, 2)}, {1:2}.keys() < {1, 2}, {1: 2}.items() <= {(1, 2)})
e(lambda: k[0]); e(lambda: hash(k)); e(lambda: k + k); e(lambda: v & v); e(lambda: {1: []}.items() & {1}); e(lambda: {1: []}.items() | {1}); e(lambda: next(k)); e(lambda: k | 5); e(lambda: 5 | k); e(lambda: k < 5); e(lambda: k.foo); e(lambda: list(reversed(v))); e(lambda: list(reversed(i)))
ks = {1: 1}.keys(); e(lambda: type(ks)()); 
x = {}; x['self'] = x; print(x); l = [1]; l.append(l); print(l); t = ([],); t[0].append(t); print(t); x = {}; x[1] = x.values(); 
print({1: 'a', True: 'b', 1.0: 'c'}, {'a': 1, 'a': 2}, dict(a=1, **{'b': 2}), {k: v for k, v in [('a', 1)]}, {**{1: 2}, 1: 3})
d = {}; d[1] = 2; d[0] = 1; del d[1]; d[1] = 5; print(d); d |= {7: 8}; d |= [(9, 10)]; print(d)
it = iter({1: 2, 3: 4}); print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it))
for n in dir(dict):
    if not n.startswith('_'): print(n, end=' ')
