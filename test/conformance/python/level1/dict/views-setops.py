a = {'x': 1, 'y': 2, 'z': 3}; b = {'y': 2, 'z': 30, 'w': 4}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()), sorted(a.items() & b.items()), sorted(a.items() - b.items()), a.keys() == {'x', 'y', 'z'}, a.keys() <= b.keys(), a.keys() >= {'x'}, a.keys().isdisjoint({'q'}), 'x' in a.keys(), 2 in a.values(), ('x', 1) in a.items(), ('x', 9) in a.items())
k, v, i = a.keys(), a.values(), a.items(); a['new'] = 0; del a['x']; print(k, v, i, len(k), len(v), list(reversed(k)), list(reversed(i)), type(k).__name__, type(v).__name__, type(i).__name__, repr({}.keys()), max(v), sum(v), sorted(v), dict(i), list(zip(k, v)), [f'{p}={q}' for p, q in i])
print(a.values() == a.values(), a.keys() == a.keys(), a.items() == dict(a).items(), set(k) == k, k == list(k), isinstance(k, type({}.keys())))
for bad in (lambda: k[0], lambda: v + v, lambda: k & 5, lambda: i[0], lambda: k.append(1), lambda: v & v):
    try: print(bad())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
