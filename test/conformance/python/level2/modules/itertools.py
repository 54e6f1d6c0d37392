from itertools import *
print(list(islice(count(5), 3)), list(islice(count(0, 2.5), 3)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(chain([1], 'ab', (2,))), list(chain.from_iterable([[1, 2], [3]])), list(compress('abcd', [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))))
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)], list(starmap(pow, [(2, 3), (3, 2)])), [list(x) for x in tee([1, 2], 2)], list(zip_longest('ab', [1, 2, 3], fillvalue='-')), list(pairwise([1, 2, 3])), list(islice('abcdef', 1, 5, 2)), list(islice([1, 2, 3], None)))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(permutations([1, 2, 3], 2)), list(permutations('abc'))[:3], list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 2)), list(product()), list(combinations([], 1)))
for f in (lambda: list(islice([1], -1)), lambda: list(chain(5)), lambda: list(combinations('ab', -1))):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:50])
