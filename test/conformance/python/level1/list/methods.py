l = [3, 1, 2]
l.append(4); print(l)
print(l.append(5), l)
l.extend('ab'); l.extend(range(2)); print(l)
l.insert(0, 'first'); l.insert(100, 'last'); l.insert(-1, 'pre'); l.insert(-100, 'zero'); print(l)
print(l.pop(), l.pop(0), l.pop(-2), l)
l.remove('first'); print(l)
print(l.index(1), l.count(1), l.count(1), l.count('zz'))
l.reverse(); print(l)
c = l.copy(); c.clear(); print(c, l)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1].index(1, 1), lambda: [].extend(5), lambda: [].append(), lambda: [].append(1, 2), lambda: [1].insert(0), lambda: [1].pop('a'), lambda: [1].foo(), lambda: [].sort(1), lambda: [].index(), lambda: [1, 'a'].sort(), lambda: [].extend(), lambda: [1].pop(-2), lambda: [1].copy(1), lambda: [].sort(foo=1), lambda: [1].insert('a', 1), lambda: [1].index(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([1, 2].__len__(), [1, 2].__contains__(1), [1].__add__([2]), [1].__getitem__(0), [1].__eq__([1]), [1].__iter__().__next__(), list.append.__name__)
l = [1, 2, 3]; l.__setitem__(0, 9); l.__delitem__(1); print(l)
x = []; x.extend(x); x.append(1); x.extend(x); x.extend(x); print(x)
l = [1, 2, 3]; l[1:1] = l; print(l)
