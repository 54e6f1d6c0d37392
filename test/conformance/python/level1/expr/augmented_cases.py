def e(f):
    try: f()
    except Exception as x: print(type(x).__name__, x)
def f():
    a = 1
    a += 'x'
e(f)
def f():
    a = 'x'
    a += 1
e(f)
def f():
    a = []
    a += 1
e(f)
def f():
    a = []
    a *= 'x'
e(f)
def f():
    a = ()
    a += []
e(f)
def f():
    a = {}
    a |= 1
e(f)
def f():
    a = {}
    a |= [(1,2)]
    print(a)
e(f)
def f():
    a = {} | []
e(f)
def f():
    a = set()
    a |= [1]
e(f)
def f():
    t = ([],)
    try:
        t[0] += [1]
    except TypeError as x:
        print(x)
    print(t)
e(f)
def f():
    global q
    q += 1
e(f)
def f():
    q2 += 1
e(f)
for op in ['+','-','*','/','//','%','**','<<','>>','&','|','^','@']:
    pass
a = 5
a -= 2; print(a)
a *= 4; print(a)
a /= 3; print(a)
a //= 1; print(a)
a %= 3; print(a)
a **= 2; print(a)
a = 6
a <<= 2; print(a)
a >>= 1; print(a)
a &= 7; print(a)
a |= 9; print(a)
a ^= 3; print(a)
def f():
    a = 1
    a @= 2
e(f)
def f():
    a = 1.0
    a <<= 2
e(f)
def f():
    a = 1
    a <<= -1
e(f)
def f():
    a = 1
    a //= 0
e(f)
def f():
    a = 1
    a %= 0
e(f)
def f():
    a = 1.0
    a %= 0
e(f)
def f():
    a = 1.0
    a //= 0
e(f)
def f():
    a = 1
    a /= 0
e(f)
def f():
    a = 0
    a **= -1
e(f)
def f():
    a = 0.0
    a **= -1
e(f)
