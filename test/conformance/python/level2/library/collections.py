from collections import *
print(Counter('abracadabra').most_common(2), Counter(a=1)+Counter(a=2,b=1), Counter(a=3)-Counter(a=1), Counter('aab')&Counter('ab'), Counter('ab')|Counter('b'), Counter(a=1), +Counter(a=-1), Counter('aab').total())
d=deque([1,2,3],maxlen=2); print(d, d.maxlen); d.append(4); print(d); d.appendleft(0); print(d); d.rotate(1); print(d)
d=deque('abc'); d.extendleft('xy'); print(d, d[0], d.index('a'), d.count('a'), 'z' in d, d.pop(), d.popleft(), len(d)); d.insert(1,'q'); d.reverse(); print(d); d.remove('q'); print(d, d+deque('z'), d*2, d==deque('bax'), d<deque('z'))
try: d.remove('nope')
except ValueError as e: print(e)
try: deque().pop()
except IndexError as e: print(e)
try: d[10]
except IndexError as e: print(e)
od=OrderedDict([('a',1),('b',2)]); print(od); od.move_to_end('a'); print(od, list(reversed(od)), od.popitem(last=False), od); print(OrderedDict(a=1)==OrderedDict(a=1), OrderedDict([('a',1),('b',2)])==OrderedDict([('b',2),('a',1)]))
dd=defaultdict(list); dd['a'].append(1); print(dd, dd.default_factory, dd.get('x'), 'x' in dd, dict(dd)); 
try: defaultdict(None)['q']
except KeyError as e: print(repr(e))
P=namedtuple('P','x y',defaults=[5]); p=P(1); print(p, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1,2]), p.x, p[1], p==(1,5), P.__doc__, P.x.__doc__)
try: P()
except TypeError as e: print(e)
try: P(1,2,3)
except TypeError as e: print(e)
try: p.x=1
except AttributeError as e: print(e)
try: namedtuple('Q','a a')
except ValueError as e: print(e)
try: namedtuple('Q','class')
except ValueError as e: print(e)
print(namedtuple('Q','a class _b',rename=True)._fields)
cm=ChainMap({'a':1},{'a':2,'b':3}); print(cm, cm['a'], cm['b'], len(cm), sorted(cm), cm.maps, cm.new_child({'c':1}), cm.parents)
try: cm['z']
except KeyError as e: print(repr(e))
print(UserDict(a=1), UserList([1,2])+[3], UserString('ab')+'c')
c=Counter('aab'); c.update('b'); c.subtract({'a':5}); print(c, c['zz'], list(c.elements()), sorted(c.items())); del c['nope']; print(c)
