from collections import deque
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
d = deque([1,2,3]); print(d, len(d), d[0], d[-1], list(d), 2 in d, bool(deque()))
d.append(4); d.appendleft(0); print(d); print(d.pop(), d.popleft()); e(deque().pop); e(deque().popleft); d.extend([7,8]); d.extendleft([9,10]); print(d)
d.rotate(1); print(d); d.rotate(-2); print(d); d.reverse(); print(d); print(d.count(2), d.index(2)); e(d.index, 99); d.remove(2); e(d.remove, 99); print(d); d.insert(1, 'x'); print(d); d[1] = 5; del d[0]; print(d); d.clear(); print(d)
d = deque([1,2,3,4], maxlen=3); print(d, d.maxlen); d.append(5); print(d); d.appendleft(0); print(d); e(d.insert, 1, 1); e(deque, [], -1); e(deque, [], 'a'); e(deque, 5)
e(lambda: deque([1])[5]); e(lambda: deque([1]) == deque([1])); e(lambda: deque([1]) < deque([2])); e(lambda: deque([1]) + deque([2])); e(lambda: deque([1]) * 2); e(lambda: deque([1]) + [2]); e(hash, deque()); e(lambda: list(reversed(deque([1,2])))); e(lambda: deque([1,2,3])[0:1]); e(lambda: deque('abc', 2)); e(deque.copy, deque([1]))
def f():
    d = deque([1,2])
    for x in d: d.append(1)
e(f)
