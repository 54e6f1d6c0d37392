d = {i: i * i for i in range(6)}
for k in list(d):
    if k % 2: del d[k]
print(d)
for op in ('add', 'del', 'set'):
    e = dict(d)
    try:
        for k in e:
            if op == 'add': e[k + 100] = 1
            elif op == 'del': del e[k]
            else: e[k] = 'changed'
        print(op, e)
    except RuntimeError as x: print(op, x)
it = iter(d); print(next(it)); d[0] = 'same size'; print(next(it)); d['grow'] = 1
try: next(it)
except RuntimeError as x: print(x)
d = {}; d[1], d[1.0], d[True] = 'a', 'b', 'c'; print(d, len(d)); d['x'] = d.get('x', 0) + 1; d['x'] += 1; d.setdefault('l', []).append(1); d['l'] += [2]; print(d)
while d: print(d.popitem())
try: d.popitem()
except KeyError as x: print(x)
class K:
    def __init__(s, v): s.v = v
    def __hash__(s): return 1
    def __eq__(s, o): return s.v == o.v
    def __repr__(s): return f'K{s.v}'
d = {K(i): i for i in range(5)}; del d[K(2)]; d[K(3)] = 'three'; d[K(2)] = 'back'; print(d, K(9) in d, d.pop(K(0)), list(d))
