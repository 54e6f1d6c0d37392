l = [1, 2, 3]
for x in l:
    if x == 2: l.append(10)
    print(x)
l = [1, 2, 3, 4]
for x in l:
    l.remove(x)
print(l)
for i, x in enumerate(['a', 'b'], 1): print(i, x)
for i, x in enumerate(['a', 'b'], start=-1): print(i, x)
for a, b in zip([1, 2, 3], 'ab'): print(a, b)
for x in reversed([1, 2, 3]): print(x, end=' ')
print()
it = iter([1, 2])
print(next(it), list(it), list(it), next(it, 'done'))
try:
    next(it)
except StopIteration as e:
    print('StopIteration', e, e.args, e.value)
it = iter([]); print(it is iter(it))
def gen(l):
    for x in l: yield x
print(list(gen([1, 2])), [*gen('ab')], sum(gen([1, 2, 3])), max(gen([3, 9, 2])))
print(any([0, '', None]), any([0, 1]), all([]), all([1, 0]), any([]), all([1, 'a']))
print(len([1, [2, 3]]), min([3, 1, 2]), max([3, 1, 2]), sum([1, 2.5]), sum([[1], [2]], []), min('b', 'a'), max(1, 2, 3), min([], default='none'), max([1, -5], key=abs), min(['bb', 'a'], key=len), max(['a', 'bb', 'cc'], key=len))
for f in (lambda: min([]), lambda: max(), lambda: max(5), lambda: sum(['a']), lambda: sum('ab'), lambda: sum(['a'], ''), lambda: max([1, 'a']), lambda: min(1, 2, default=3), lambda: sum(5), lambda: any(5), lambda: max([], key=len), lambda: sum([1], 'a'), lambda: sum(), lambda: sum([b'a'], b''), lambda: all(), lambda: max(1, foo=2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sum([0.1] * 10), sum([1, 2], start=10), sum(range(101)), sum([10 ** 20, 1]), sum([True, True]), sum([], 5.0))
print(list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])), list(map(str, [])), list(zip()), list(zip([1])), list(zip([1, 2], [3, 4], [5, 6])), list(map(max, [1, 5], [3, 2])))
for f in (lambda: map(), lambda: list(map(1, [1])), lambda: list(map(len, 5)), lambda: zip(5), lambda: enumerate(5), lambda: filter(None), lambda: reversed({1}), lambda: reversed(5), lambda: iter(5), lambda: next([]), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: enumerate(), lambda: map(len), lambda: next(), lambda: iter()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
