class Range:
    def __init__(self, n): self.n = n
    def __iter__(self):
        i = 0
        while i < self.n: yield i; i += 1
    def __reversed__(self): return (self.n - 1 - i for i in range(self.n))
r = Range(3); print(list(r), list(r), list(reversed(r)), [x for x in r], sum(r), 2 in r, max(r), sorted(r, reverse=True), *r, tuple(zip(r, r)), dict(enumerate(r)), set(r) == {0, 1, 2})
a, b, c = r; print(a, b, c); x, *y = r; print(x, y)
def chain(*its):
    for it in its: yield from it
print(list(chain('ab', [1], (2,), {3: 4}, range(2))))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) > n: buf.pop(0)
        if len(buf) == n: yield tuple(buf)
print(list(window('abcd', 2)))
def peek(it):
    it = iter(it); first = next(it); return first, chain([first], it)
f, it = peek([1, 2, 3]); print(f, list(it))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in list(its):
            try: yield next(i)
            except StopIteration: its.remove(i)
print(list(interleave('abc', [1], 'xy')))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3); print(next(c), list(c), list(c)); print(list(zip(Countdown(3), 'ab')), list(map(lambda a, b: a * b, Countdown(2), [5, 5])), [x for x in Countdown(3) if x != 2], any(x == 2 for x in Countdown(3)))
g = (print('step', i) or i for i in range(3)); print('lazy'); print(next(g)); print(list(g))
e = enumerate('ab'); print(next(e), list(e)); z = zip([1, 2, 3], [4, 5]); print(list(z)); m = map(str, [1, 2]); print(next(m), list(m)); print(list(filter(None, [0, 1])), next(iter({}), 'none'), list(iter([1, 2, 3].pop, 1)))
def inner(): 
    x = yield 1
    print('inner', x)
    return 'r'
def outer():
    r = yield from inner()
    print('outer', r)
o = outer(); print(next(o))
try: o.send('sent')
except StopIteration as s: print('stop', s.value)
