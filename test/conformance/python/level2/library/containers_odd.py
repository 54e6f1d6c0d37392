from collections import Counter, ChainMap, OrderedDict, UserDict, UserList, deque, namedtuple

d = deque([1, 2, 3])
it = iter(d)
d.append(4)
try:
    next(it)
except RuntimeError as e:
    print(e)
it = iter(deque())


class Bad:
    def __eq__(self, other):
        d.append(1)
        return False


d = deque([Bad(), 1])
for f in (lambda: d.index(5), lambda: d.remove(5)):
    try:
        f()
    except (RuntimeError, IndexError) as e:
        print(type(e).__name__, e)
print(Counter(iterable=None), Counter(self=1, a='x'))
od = OrderedDict(a=1)
print(od.pop('z', default=5), od.pop(key='a'), od.setdefault('q', default=7), {'x': 1} | od, type({'x': 1} | od), od | {'y': 2})


class D(UserDict):
    pass


u = D(a=1)
u.extra = [1]
v = u.copy()
print(type(v).__name__, v, v.extra is u.extra, v.data is u.data)
w = UserList([1])
w.extra = 5
import copy
print(copy.copy(w), copy.copy(w).extra)
print(ChainMap({'a': 1}) | ChainMap({'b': 2}), {'z': 0} | ChainMap({'b': 2}))
P = namedtuple('P', 'cls x')
print(P(cls=1, x=2), P(1, x=2))


# int() of odd objects
class T:
    def __init__(self, v):
        self.v = v

    def __trunc__(self):
        return self.v


class V:
    def __bytes__(self):
        return b'\x05'


for v in (T(5), T(True), T('a'), T(1.5), T(T(1))):
    try:
        print(int(T(v.v)))
    except TypeError as e:
        print(e)
print(int.from_bytes(V(), 'big'), bool.from_bytes(b'\0', 'big'), bool.from_bytes(b'\1', 'little'))
