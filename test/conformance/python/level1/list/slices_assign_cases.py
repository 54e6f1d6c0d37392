def e(f, *a):
    try: f(*a)
    except Exception as x: print(type(x).__name__, x)
l = list(range(10))
l[2:5] = 'ab'
print(l)
l[::2] = [0]*len(l[::2])
print(l)
def f():
    l[::2] = [1]
e(f)
def f():
    l[1:2] = 1
e(f)
def f():
    l[::2] = 1
e(f)
def f():
    l[::0] = 1
e(f)
def f():
    l[::0]
e(f)
def f():
    l['a']
e(f)
def f():
    l['a'] = 1
e(f)
def f():
    l['a':]
e(f)
def f():
    l[1.0]
e(f)
def f():
    l[100]
e(f)
def f():
    l[100] = 1
e(f)
def f():
    del l[100]
e(f)
def f():
    ()[0]
e(f)
def f():
    ''[0]
e(f)
def f():
    b''[0]
e(f)
def f():
    bytearray()[0]
e(f)
def f():
    bytearray()[0] = 1
e(f)
def f():
    range(3)[5]
e(f)
def f():
    (1,)['x']
e(f)
def f():
    'abc'['x']
e(f)
def f():
    b'abc'['x']
e(f)
def f():
    range(3)['x']
e(f)
def f():
    'abc'[0] = 1
e(f)
def f():
    (1,)[0] = 1
e(f)
def f():
    None[0]
e(f)
def f():
    1[0]
e(f)
def f():
    len[0]
e(f)
def f():
    {1}[0]
e(f)
def f():
    int[0]
e(f)
def f():
    list[0]
    print(list[0])
e(f)
l = [1,2,3]
l[3:] = [4]; print(l)
l[-1:0] = [9,9]; print(l)
l[::-1] = range(6); print(l)
del l[::2]; print(l)
del l[5:1]; print(l)
l[:0] = l; print(l)
l[1:1] = (x for x in 'xy'); print(l)
l[5:2] = [77]; print(l)
ba = bytearray(b'hello')
ba[1:3] = b'XYZ'; print(ba)
ba[::2] = b'....'[:len(ba[::2])]; print(ba)
def f():
    ba[::2] = b'1'
e(f)
def f():
    ba[0] = 256
e(f)
def f():
    ba[0] = 'a'
e(f)
def f():
    ba[0:1] = 'a'
e(f)
def f():
    ba[0:1] = 5
e(f)
ba[0:1] = [1,2,3]; print(ba)
del ba[0]; print(ba)
del ba[::2]; print(ba)
print('abcdef'[::-1], 'abcdef'[4:1:-2], 'abcdef'[-100:100], 'abcdef'[100:], (1,2,3)[::-1], b'abc'[::-1], range(10)[2:8:3], range(10)[::-1])
class I:
    def __index__(self): return 1
print([1,2,3][I()], [1,2,3][I():], 'abc'[I()], range(5)[I()])
