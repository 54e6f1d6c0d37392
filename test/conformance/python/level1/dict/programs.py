inventory = [{'sku': 'a1', 'qty': 5, 'price': 2.5}, {'sku': 'b2', 'qty': 0, 'price': 10.0}, {'sku': 'c3', 'qty': 12, 'price': 0.99}]
print({i['sku']: round(i['qty'] * i['price'], 2) for i in inventory}, [i for i in inventory if not i['qty']], sum(i['qty'] for i in inventory), max(inventory, key=lambda i: i['price'])['sku'])
orders = [('ann', 3), ('bob', 1), ('ann', 2), ('cy', 7), ('bob', 5)]
tot = {}
for who, n in orders: tot[who] = tot.get(who, 0) + n
print(tot, sorted(tot, key=tot.get), sorted(tot.items(), key=lambda kv: (-kv[1], kv[0])), {v: k for k, v in tot.items()})
def merge(a, b):
    out = dict(a)
    for k, v in b.items(): out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out
print(merge({'a': {'x': 1}, 'b': 2}, {'a': {'y': 2}, 'c': 3}))
def flatten(d, p=''):
    out = {}
    for k, v in d.items():
        if isinstance(v, dict): out.update(flatten(v, p + k + '.'))
        elif isinstance(v, list): out.update({f'{p}{k}[{i}]': x for i, x in enumerate(v)})
        else: out[p + k] = v
    return out
print(flatten({'a': 1, 'b': {'c': 2, 'd': {'e': [3, 4]}}}))
def path(d, p, default=None):
    for part in p.split('.'):
        try: d = d[int(part)] if isinstance(d, list) else d[part]
        except (KeyError, IndexError, ValueError, TypeError): return default
    return d
doc = {'user': {'name': 'Ann', 'tags': ['x', 'y']}}
print(path(doc, 'user.name'), path(doc, 'user.tags.1'), path(doc, 'user.nope.z', 'none'), path(doc, 'user.tags.9'))
index = {}
for i, w in enumerate('to be or not to be'.split()): index.setdefault(w, []).append(i)
print(index, {w: len(p) for w, p in index.items() if len(p) > 1})
cache = {}
def f(a, b=0):
    key = (a, b)
    if key not in cache: cache[key] = a * 10 + b
    return cache[key]
print(f(1), f(1, 2), f(1), cache, len(cache), (1, 0) in cache)
switch = {'add': lambda a, b: a + b, 'mul': lambda a, b: a * b}
print(switch['add'](2, 3), switch.get('mul')(2, 3), switch.get('div', lambda a, b: None)(1, 2))
d = dict.fromkeys(range(3), []); d[0].append(1); print(d)
e = {i: [] for i in range(3)}; e[0].append(1); print(e)
