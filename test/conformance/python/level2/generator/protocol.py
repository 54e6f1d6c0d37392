class G:
    def __getitem__(self,i):
        if i>=3: raise IndexError('stop')
        return i*10
print(list(G()), 10 in G(), 5 in G(), [*G()], max(G()), tuple(reversed([1]))) 
class L:
    def __len__(self): return 2
    def __getitem__(self,i): return ['a','b'][i]
print(list(reversed(L())), sorted(L(),reverse=True))
it=iter([1,2]); print(next(it),next(it),next(it,'d'))
try: next(it)
except StopIteration as e: print(repr(e))
print(list(iter(lambda c=[0]:c.__setitem__(0,c[0]+1) or c[0],3)))
class BadIter:
    def __iter__(self): return 5
class BadNext:
    def __iter__(self): return self
for f in [lambda:iter(BadIter()), lambda:iter(BadNext()), lambda:next(5), lambda:iter(5), lambda:[*5], lambda:list(BadIter()), lambda:(lambda *a:a)(*5), lambda:dict(**5), lambda:{**5}, lambda:zip(1), lambda:map(len,1), lambda:enumerate(1), lambda:iter(1,2), lambda:sum(5), lambda:any(5), lambda: set(5), lambda: 'a'.join(5), lambda: min(5), lambda: sorted(5), lambda: reversed(5), lambda: next(iter([])), lambda: filter(None,5), lambda: tuple(5), lambda: 5 in 5, lambda: len(5), lambda: {1,*5}]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
try: a,b=BadNext()
except TypeError as e: print(e)
try:
    for x in 5: pass
except TypeError as e: print(e)
def gen():
    r=yield 1
    while r is not None: r=yield r*2
    return 'done'
g=gen(); print(next(g), g.send(5), g.send(7))
try: g.send(None)
except StopIteration as e: print(e.value)
def deleg():
    try: x=yield from [1,2]; print('x',x)
    except GeneratorExit: print('closing'); raise
    finally: print('cleanup')
d=deleg(); next(d); d.close()
def inner():
    try: yield 1
    except ValueError: yield 'caught'
    return 'ret'
def outer(): r=yield from inner(); yield r
o=outer(); print(next(o), o.throw(ValueError), next(o))
def fib():
    a,b=0,1
    while True: yield a; a,b=b,a+b
import itertools
print(list(itertools.islice(fib(),10)))
ge=(x*x for x in range(3)); print(next(ge), list(ge), list(ge))
def f():
    try: yield 1
    finally: print('fin')
for x in f(): break
print('after')
def rec(n):
    if n: yield n; yield from rec(n-1)
print(list(rec(4)))
def lazy():
    print('start'); yield
l=lazy(); print('made'); next(l)
try: l.throw(KeyError('k'))
except KeyError as e: print(repr(e))
try: next(l)
except StopIteration: print('ended')
