class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), [x for x in Count(2)], sum(Count(4)), max(Count(3)), 2 in Count(3), 9 in Count(3), tuple(Count(2)), list(zip(Count(2), 'ab')), sorted(Count(3), reverse=True), *Count(2))
a, b = Count(2); print(a, b)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), [x for x in Seq()], tuple(Seq())[:2], max(Seq()))
class SL(Seq):
    def __len__(self): return 4
print(list(reversed(SL())), len(SL()), bool(SL()))
it = iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)
print(list(it))
class NoIter: pass
class BadIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
for f in (lambda: iter(NoIter()), lambda: iter(BadIter()), lambda: list(NoneIter()), lambda: next(NoIter()), lambda: [*5], lambda: iter(5, 1), lambda: 1 in NoIter(), lambda: len(NoIter()), lambda: reversed(NoIter()), lambda: NoIter()[0]):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
m = map(lambda x: x + 1, [1, 2]); print(next(m), list(m), list(m), iter(m) is m)
z = zip('ab', [1, 2]); print(next(z), list(z)); e = enumerate('ab', 5); print(next(e), list(e)); f = filter(str.isdigit, 'a1b2'); print(next(f), list(f)); r = reversed([1, 2]); print(next(r), list(r))
x = iter([1, 2, 3]); print(list(zip(x, x)), list(map(None.__class__, [])) )
def tricky():
    raise StopIteration
try:
    print([tricky() for _ in range(2)])
except StopIteration:
    print('StopIteration out of a list comprehension')
try:
    print(list(tricky() for _ in range(2)))
except RuntimeError as e:
    print('RuntimeError', e)
