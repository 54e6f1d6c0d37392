x = 'global'
def f():
    return x
def g():
    x = 'local'
    return x
def h():
    global x
    x = 'changed'
    return x
print(f(), g(), x, h(), x, f())
def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print('UnboundLocalError', e)
    x = 1
unbound()
def unbound2():
    def inner():
        return y
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
    print(inner())
unbound2()
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
inc, get = counter(); inc(); inc(); print(get())
inc2, get2 = counter(); inc2(); print(get(), get2())
def make(n): return lambda x: x + n
print(make(5)(10), [make(i)(1) for i in range(3)])
fs = []
for i in range(3): fs.append(lambda: i)
print([f() for f in fs])
def outer():
    a = 1
    def mid():
        b = 2
        def inner():
            nonlocal a
            a += b
            return a
        return inner
    i = mid(); i()
    return i(), a
print(outer())
def newglobal():
    global brand_new
    brand_new = 'created'
newglobal(); print(brand_new)
def delete():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
delete()
try:
    undefined
except NameError as e:
    print(e)
def augm():
    x += 1
try:
    augm()
except UnboundLocalError as e:
    print(e)
del brand_new
try:
    brand_new
except NameError as e:
    print(e)
class C:
    x = 'class'
    def m(self): return x
    y = x + '!'
print(C().m(), C.x, C.y)
def shadow(list): return [list, len([1])]
print(shadow(5))
def comp():
    x = 10
    return [x + i for i in range(2)], (lambda: x)(), {k: x for k in 'a'}
print(comp())
def cell_arg(a):
    def g(): return a
    a = a * 2
    return g()
print(cell_arg(4))
print((lambda n: (lambda f: f(f, n))(lambda f, k: 1 if k < 2 else k * f(f, k - 1)))(6))
