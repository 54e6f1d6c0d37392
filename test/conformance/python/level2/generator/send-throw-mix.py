def logger():
    total = 0
    while True:
        try:
            got = yield total
            if got is None: continue
            total += got
        except ValueError as e:
            print('reset', e); total = 0
        except GeneratorExit:
            print('bye', total); return
g = logger(); print(next(g), g.send(5), g.send(7), next(g), g.throw(ValueError('r')), g.send(2)); g.close(); print(next(g, 'closed'))
def wrap(inner):
    r = yield from inner
    print('inner returned', r)
    return 'outer value'
def acc():
    s = 0
    while True:
        x = yield s
        if x is None: return s
        s += x
w = wrap(acc()); print(next(w), w.send(1), w.send(2))
try: w.send(None)
except StopIteration as e: print(e.value)
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print(list(flatten([1, [2, (3, [4, []])], 5])))
def primes():
    yield 2
    found = [2]; n = 3
    while True:
        if all(n % p for p in found): found.append(n); yield n
        n += 2
p = primes(); print([next(p) for _ in range(10)])
def tee(it, n=2):
    bufs = [[] for _ in range(n)]
    it = iter(it)
    def g(b):
        while True:
            if not b:
                try: v = next(it)
                except StopIteration: return
                for x in bufs: x.append(v)
            yield b.pop(0)
    return [g(b) for b in bufs]
a, b = tee('abc'); print(next(a), list(b), list(a))
gens = [iter(range(n)) for n in (1, 3, 2)]; print([next(g, None) for g in gens for _ in range(2)])
def bad(): yield from 5
try: list(bad())
except TypeError as e: print(e)
try: g = logger(); g.send(1)
except TypeError as e: print(e)
try: g.throw('not exc')
except TypeError as e: print(e)
