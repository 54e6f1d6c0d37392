from collections import *
c = Counter('abracadabra'); print(c, c.most_common(2), c['a'], c['z'], sum(c.values()), sorted(c.elements())[:3], c + Counter('aaa'), c - Counter('aaa'), c & Counter('ab'), c | Counter('zz'), dict(c), Counter(a=1, b=2), Counter({'x': 3}), Counter([1, 1, 2]))
c.update('aa'); c.subtract('b'); print(c, c.total(), +Counter(a=1, b=-1)); del c['a']; print('a' in c, c == Counter(c))
d = defaultdict(list); d['a'].append(1); d['b']; print(d, dict(d), 'z' in d, d.get('z'), len(d)); n = defaultdict(int, x=5); n['y'] += 1; print(n, defaultdict(lambda: 'dflt')['q'])
try: defaultdict()['k']
except KeyError as e: print('KeyError', e)
try: defaultdict(5)
except TypeError as e: print(e)
q = deque([1, 2, 3], maxlen=4); q.append(4); q.append(5); q.appendleft(0); print(q, q.pop(), q.popleft(), q, len(q), q[0], q[-1], 3 in q); q.rotate(1); print(q); q.rotate(-1); q.extend([7, 8]); q.extendleft([9]); print(q, list(reversed(q)), q.count(9), q.index(9), q.maxlen); q.remove(9); q.insert(1, 'i'); q.reverse(); print(q, q.copy() == q, deque('ab') + deque('c'), deque('ab') * 2, bool(deque())); q.clear(); print(q)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque([1], -1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o = OrderedDict([('a', 1), ('b', 2)]); o.move_to_end('a'); print(o, o.popitem(last=False), o, OrderedDict(a=1) == {'a': 1}, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m['a'], m['b'], sorted(m), dict(m), m.maps, m.new_child({'z': 0})['z'], len(m)); m['c'] = 5; print(m)
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = U(a=1); u['b'] = 2; print(u, u.data)
