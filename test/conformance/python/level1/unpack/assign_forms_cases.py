a = b = c = [1]
print(a is b, b is c)
a, b = 1, 2
(a, b), [c, *d] = (b, a), 'xyz'
print(a, b, c, d)
*a, = range(3)
print(a)
a, *b = 1,
print(a, b)
[a, b] = {1: 2, 3: 4}
print(a, b)
def e(f):
    try: f()
    except Exception as x: print(type(x).__name__, x)
def f():
    a, b = 1, 2, 3
e(f)
def f():
    a, b, c = 1, 2
e(f)
def f():
    a, *b, c = [1]
e(f)
def f():
    a, b = 1
e(f)
def f():
    *a, = None
e(f)
def f():
    a, b = {1}
e(f)
def f():
    a, = ''
e(f)
def f():
    for a, b in [(1,)]: pass
e(f)
x = [1,2,3]
i = 0
i, x[i] = 1, 9
print(i, x)
x = y = x[0:1] = [7]
print(x, y)
