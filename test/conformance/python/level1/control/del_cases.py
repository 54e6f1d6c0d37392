def e(f):
    try: f()
    except Exception as x: print(type(x).__name__, x)
def f():
    a = 1
    del a
    print(a)
e(f)
def f():
    del a
e(f)
g = 1
def f():
    global g
    del g
f()
e(f)
def f(): print(g)
e(f)
a = [1,2,3,4,5]
del a[0], a[-1]
print(a)
del a[:]
print(a)
def f(): del a[0]
e(f)
d = {1:2}
def f(): del d[2]
e(f)
def f(): del d[[]]
e(f)
def f(): del (1,)[0]
e(f)
def f(): 
    s = 'abc'
    del s[0]
e(f)
def f(): 
    s = 5
    del s[0]
e(f)
def f(): 
    s = 5
    del s.real
e(f)
def f(): 
    s = 5
    del s.foo
e(f)
class A: pass
def f():
    x = A()
    del x.y
e(f)
def f():
    def g():
        nonlocal v
        del v
    v = 1
    g()
    try:
        print(v)
    except NameError as x: print(type(x).__name__, x)
    try:
        g()
    except NameError as x: print(type(x).__name__, x)
f()
x, y, z = 1, 2, 3
del (x, [y])
def f(): print(y)
e(f)
print(z)
class B:
    q = 1
    del q
    try:
        q
    except NameError as x: print(x)
    try:
        del q
    except NameError as x: print(x)
