d = {'a': 1, 'b': 2, 3: 'three', None: 0, (1, 2): 't', 1.5: 'f', True: 'one'}
print(d, len(d), d['a'], d[3], d[None], d[1, 2], d[1], 'a' in d, 'z' in d, 'z' not in d, {})
d['c'] = 3; d['a'] = 10; print(d)
del d['b']; print(d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items())
print({'a': 1} == {'a': 1.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {} == [], {1: 2} != {1: 3}, {'a': {'b': []}}, {1: 'a', 1.0: 'b', True: 'c'}, {'x': 1, 'x': 2})
print(dict(), dict(a=1, b=2), dict([('a', 1), ('b', 2)]), dict({'x': 1}), dict({'x': 1}, y=2), dict(zip('ab', [1, 2])), dict([['k', 'v']], k='w'), dict(['ab', 'cd']), {**{'a': 1}, 'b': 2, **{'a': 3}}, dict(**{'a': 1}))
print({'a': 1} | {'b': 2, 'a': 3}, bool({}), bool({0: 0}), {i: i ** 2 for i in range(4)}, {k: v for v, k in enumerate('abc') if v}, len({}), {1: {2: {3: 4}}}[1][2][3])
e = {'a': 1}; e |= {'b': 2}; e |= [('c', 3)]; print(e)
for f in (lambda: {}['x'], lambda: {}[1], lambda: {}[None], lambda: {}[(1, 2)], lambda: {}[[]], lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict(5), lambda: dict([1]), lambda: dict(['abc']), lambda: dict([(1, 2, 3)]), lambda: {} < {}, lambda: {} + {}, lambda: hash({}), lambda: {}.x, lambda: dict(1, 2), lambda: {'a': 1} | [1], lambda: {1} in {}, lambda: {'a': 1}['A'], lambda: dict(None), lambda: {}["it's"], lambda: {}[1.5]):
    try:
        print(f())
    except Exception as ex:
        print(type(ex).__name__, ex)
try:
    del d['zz']
except KeyError as ex:
    print('KeyError', ex, ex.args)
try:
    {}[slice(1)]
except TypeError as ex:
    print(ex)
r = {}; r['self'] = r; print(r)
for k in {'x': 1, 'y': 2}: print(k)
for k, v in {'x': 1, 'y': 2}.items(): print(k, v)
d = {}
for i in range(20): d[i * 7 % 20] = i
for i in range(0, 20, 2): del d[i]
d[0] = 'again'; print(d)
