a, b = 1, 2; print(a, b)
a, b = b, a; print(a, b)
[a, b] = 'xy'; print(a, b)
(a, b), c = [1, 2], 3; print(a, b, c)
a, *b = [1, 2, 3]; print(a, b)
*a, b = 'abc'; print(a, b)
a, *b, c = range(5); print(a, b, c)
a, *b, c = 1, 2; print(a, b, c)
*a, = 'xy'; print(a)
a, (b, *c), d = 1, 'hello', 2; print(a, b, c, d)
a = b = c = 5; print(a, b, c)
l = [0, 0]; l[0], l[1] = 1, 2; print(l)
i, l[i] = 1, 'set'; print(i, l)
class O: pass
o = O(); o.x, o.y = 1, 2; print(o.x, o.y)
d = {}; d['a'], *d['b'] = 1, 2, 3; print(d)
for a, *b in [(1, 2, 3), 'xyz']: print(a, b)
for i, (a, b) in enumerate([(1, 2), (3, 4)]): print(i, a, b)
a, b = {'k': 1, 'l': 2}; print(a, b)
def g(): yield 1; yield 2
a, b = g(); print(a, b)
() = []; [] = ()
x = y = []; x.append(1); print(y)
def tryit(f):
    try: f()
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
def f1(): a, b = 1, 2, 3
def f2(): a, b = [1]
def f3(): a, b = 5
def f4(): a, *b, c = [1]
def f5(): a, b = []
def f6(): a, = []
def f7(): a, b, c = 'ab'
def f8(): (a, b), c = 1, 2
def f9(): a, b = iter([1, 2, 3])
def f10(): a, b = {1: 2}
def f11(): *a, b = []
def f12(): a, b = None
def f13(): [a, b] = range(10)
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13): tryit(f)
n = 1; n, m = n + 1, n; print(n, m)
a = [1, 2, 3]; a[0], a[1:] = a[2], [a[0]]; print(a)
