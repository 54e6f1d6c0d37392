def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# collections
from collections import *
Point = namedtuple('Point', 'x y')
p = Point(1, 2)
shown(lambda: (p, p.x, p[0], p._asdict(), p._replace(x=5), Point._fields, Point._make([3, 4]), p == (1, 2), len(p), Point(x=1, y=2), hash(p) == hash((1, 2)), Point.__doc__, p + (3,), p._field_defaults))
shown(lambda: (Point(1)))
shown(lambda: (Point(1, 2, 3)))
shown(lambda: (Point(1, z=2)))
shown(lambda: (p._replace(q=1)))
try:
    p.x = 5
except Exception as e:
    print(type(e).__name__, e)
try:
    p.z = 5
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (namedtuple('A', 'a b a')))
shown(lambda: (namedtuple('A', 'a def', rename=True)._fields))
shown(lambda: (namedtuple('A', 'class')))
shown(lambda: (namedtuple('A', '_x')))
shown(lambda: (namedtuple('1A', 'x')))
shown(lambda: (namedtuple('A', ['x', 'y'], defaults=[5])(1), namedtuple('A', 'x,y')(1, 2), namedtuple('A', ())()))
shown(lambda: (namedtuple('A', 'x', defaults=[1, 2])))
class Q(namedtuple('Q', 'a b')):
    __slots__ = ()
    def s(self): return self.a + self.b
shown(lambda: (Q(1, 2).s(), Q(1, 2), Q(1,2)._replace(a=9)))
d = deque([1,2,3], maxlen=3)
shown(lambda: (d, d.append(4), d, d.appendleft(0), d, d.pop(), d.popleft(), d, d.maxlen, d.extend([5,6,7]), d, d.extendleft([8]), d, d.rotate(1), d, d.rotate(-2), d, d.count(5), d.reverse(), d, d.copy(), d[0], d[-1], len(d), 5 in d, list(reversed(d)), d == deque([1])))
shown(lambda: (d.index(100)))
shown(lambda: (d.remove(100)))
shown(lambda: (d[10]))
try:
    d[0] = 'x'; print(d)
except Exception as e:
    print(type(e).__name__, e)
try:
    del d[0]; print(d)
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (deque().pop()))
shown(lambda: (deque().popleft()))
shown(lambda: (deque([1,2]) + deque([3]), deque([1,2]) * 2, deque([1]) < deque([2]), deque('abc', 2), deque(maxlen=0), bool(deque())))
shown(lambda: (deque([1]) + [2]))
shown(lambda: (deque(5)))
shown(lambda: (deque([1], -1)))
shown(lambda: (deque([1], 'a')))
shown(lambda: (hash(deque())))
shown(lambda: (d[0:1]))
shown(lambda: (d.insert(1, 'ins'), d, d.clear(), d))
shown(lambda: (deque([1,2], maxlen=2).insert(0, 5)))
dd = deque([1,2,3])
try:
    for x in dd: dd.append(1)
except Exception as e:
    print(type(e).__name__, e)
try:
    dd += [9]; print(dd)
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (repr(deque([deque([1])])), deque([1,2,3]).index(3, 1), deque([1,2,3]).index(1, 1)))
c = Counter('abracadabra')
shown(lambda: (c, c.most_common(2), c['z'], c['a'], sum(c.values()), sorted(c.elements())[:3], c.total()))
shown(lambda: (c.update('aaa'), c['a'], c.subtract('aaaaaaaaaaa'), c, +c, -c, c + Counter('b'), c - Counter('b'), c & Counter('bb'), c | Counter('bbbbb')))
shown(lambda: (Counter(a=1, b=2), Counter({'x': 3}), Counter([1,1]) == Counter({1: 2}), Counter(), Counter(a=1) <= Counter(a=2), Counter.fromkeys))
shown(lambda: (Counter.fromkeys('a')))
shown(lambda: (Counter(5)))
shown(lambda: (Counter('ab').pop('a'), list(Counter('aab')), del_ if 0 else 1))
dd = defaultdict(list)
dd['a'].append(1)
shown(lambda: (dd, dd['b'], dd, dd.get('c'), 'c' in dd, defaultdict(int, a=1)['z'], defaultdict(lambda: 5)['x'], dd.default_factory, dd.copy(), dd | {'q': 1}))
shown(lambda: (defaultdict(5)))
shown(lambda: (defaultdict()['x']))
shown(lambda: (defaultdict(None, {1: 2})))
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
shown(lambda: (o, o.move_to_end('a'), o, o.move_to_end('c', last=False), o, o.popitem(), o.popitem(last=False), o, list(reversed(o)), o == {'b': 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), o.pop('b'), OrderedDict() , OrderedDict.fromkeys('ab')))
shown(lambda: (o.move_to_end('zz')))
shown(lambda: (o.popitem()))
shown(lambda: (OrderedDict(a=1) | {'b': 2}, repr(OrderedDict()), OrderedDict({'x': 1}).copy()))
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
shown(lambda: (cm, cm['a'], cm['b'], cm.get('z'), list(cm), len(cm), cm.maps, cm.new_child({'q': 1}), cm.parents, dict(cm)))
shown(lambda: (cm['nope']))
cm['new'] = 5
shown(lambda: (cm, cm.pop('new'), ))
shown(lambda: (cm.pop('b')))
try:
    del cm['b']
except Exception as e:
    print(type(e).__name__, e)
u = UserDict(a=1); u['b'] = 2
shown(lambda: (u, u.data, UserList([1, 2]) + [3], UserString('abc').upper(), len(UserList([1]))))
