def adder(n):
    def add(x): return x + n
    return add
a5, a10 = adder(5), adder(10); print(a5(1), a10(1), a5(a10(0)))
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
def curry(f, n, *args): return f(*args) if len(args) >= n else lambda *more: curry(f, n, *args, *more)
print(curry(lambda a, b, c: a + b + c, 3)(1)(2)(3), curry(lambda a, b, c: a + b + c, 3)(1, 2)(3))
def bank():
    balance = 0
    def dep(n): nonlocal balance; balance += n; return balance
    def get(): return balance
    return {'dep': dep, 'get': get}
b1, b2 = bank(), bank(); b1['dep'](10); b1['dep'](5); print(b1['get'](), b2['get']())
def once(f):
    done = False; val = None
    def w():
        nonlocal done, val
        if not done: val = f(); done = True
        return val
    return w
o = once(lambda: print('ran') or 42); print(o(), o())
def fibgen():
    a, b = 0, 1
    def nxt():
        nonlocal a, b
        r = a; a, b = b, a + b
        return r
    return nxt
n = fibgen(); print([n() for _ in range(8)])
fs = []
for i in range(3):
    def f(x, i=i): return x * i
    fs.append(f)
print([f(10) for f in fs])
def deep(a):
    def l1(b):
        def l2(c):
            def l3(d): return (a, b, c, d)
            return l3
        return l2
    return l1
print(deep(1)(2)(3)(4))
x = 1
def shadow():
    x = 2
    def inner():
        global x
        x = 3
        return x
    return inner(), x
print(shadow(), x)
def late():
    def get(): return val
    val = 'late bound'
    return get()
print(late())
print([(lambda: i)() for i in range(3)], [f() for f in [(lambda i=i: i) for i in range(3)]], (lambda f: f(f))(lambda f: 'self'))
def kwcapture(**kw):
    return lambda k: kw.get(k)
print(kwcapture(a=1)('a'), kwcapture()('z'))
def recursive_closure():
    def walk(n): return [n] + (walk(n - 1) if n else [])
    return walk
print(recursive_closure()(3))
print(adder.__closure__, a5.__closure__[0].cell_contents, adder.__code__.co_varnames, adder.__code__.co_argcount)
