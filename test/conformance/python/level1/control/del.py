x = 1; del x
try: x
except NameError as e: print(e)
l = [1, 2, 3, 4, 5]; del l[0], l[-1]; print(l)
d = {'a': 1, 'b': 2}; del d['a']; print(d)
a, b, c = 1, 2, 3; del a, (b, c)
try: b
except NameError as e: print(e)
class C: pass
o = C(); o.x = 1; del o.x
try: o.x
except AttributeError as e: print(e)
try: del o.x
except AttributeError as e: print(e)
try: del undefined
except NameError as e: print(e)
def f():
    y = 1
    del y
    try: del y
    except UnboundLocalError as e: print(e)
f()
try: del 'abc'[0]
except TypeError as e: print(e)
try: del (1, 2)[0]
except TypeError as e: print(e)
l = list(range(10)); del l[2:5]; del l[::3]; print(l)
def g(): 
    global gl
    gl = 1
    del gl
g()
try: gl
except NameError as e: print(e)
del [l, d]
print('l' in globals(), 'd' in globals())
def h(a):
    del a
    a = 5
    return a
print(h(1))
