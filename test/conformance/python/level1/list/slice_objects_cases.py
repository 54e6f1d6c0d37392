class A:
    def __getitem__(self, i): print('get', i); return i
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
a = A()
a[1]; a[1:2]; a[1:2:3]; a[:]; a[::]; a[1:2, 3]; a[...]; a[(1,2)]; a[1,]; a['x':None]
a[1] = 2; a[1:2] = 3; a[::2] = 4
del a[1]; del a[1:2]; del a[1,2]
a[1] += 5
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s == slice(1,10,2), s.indices(5), slice(None).indices(3), slice(None,None,-1).indices(3))
print(slice(5), slice(1,2) < slice(1,3))
def e(f, *a):
    try: print(f(*a))
    except Exception as x: print(type(x).__name__, x)
e(slice)
e(slice,1,2,3,4)
e(hash, s)
e(s.indices)
e(s.indices, -1)
e(s.indices, 'x')
e(slice('a').indices, 5)
e(slice(1,2,0).indices, 5)
e(setattr, s, 'start', 3)
print([1,2,3,4][s], repr(slice('a', [1])))
