def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# itertools
from itertools import *
def L(x, n=20): return list(islice(x, n))
shown(lambda: (L(count(5), 3), L(count(1, -2), 3), L(count(0.5, 0.5), 3), L(cycle('ab'), 5), list(repeat(1, 3)), list(accumulate([1,2,3])), list(accumulate([1,2,3], lambda a,b: a*b)), list(accumulate([1,2], initial=10)), list(chain([1],[2])), list(chain.from_iterable(['ab','c'])), list(compress('abc',[1,0,1])), list(dropwhile(lambda x: x<2,[1,2,1])), list(takewhile(lambda x:x<2,[1,2,1])), list(filterfalse(None,[0,1,2])), [(k,list(g)) for k,g in groupby('aabbc')], list(islice('abcdef',1,5,2)), list(pairwise('abc')), list(starmap(pow,[(2,3)])), [list(x) for x in tee([1,2],2)], list(zip_longest('ab','c',fillvalue='-')), list(product('ab',[1,2])), list(product([0,1],repeat=2)), list(permutations('abc',2)), list(combinations('abc',2)), list(combinations_with_replacement('ab',2))))
shown(lambda: (repeat('x'), count(1), count(1, 2), repeat(1, 2)))
shown(lambda: (islice([1], -1)))
shown(lambda: (list(islice([1,2,3], None)), list(islice(range(10), 2, None, 3)), list(islice([1,2,3], 0))))
shown(lambda: (islice([1], 1, 2, 0)))
shown(lambda: (islice([1], 'a')))
shown(lambda: (list(permutations([1,2,3]))[:2], list(permutations([1], 2)), list(combinations([1], 2)), list(product()), list(permutations([])), list(combinations('ab', 0))))
shown(lambda: (permutations([1], -1)))
shown(lambda: (combinations('a', -1)))
shown(lambda: (count('a')))
shown(lambda: (list(groupby([1,1,2], key=lambda x: x%2)).__len__(), next(cycle([]), 'none')))
shown(lambda: (zip_longest('a', foo=1)))
shown(lambda: (product('a', repeat=-1)))
shown(lambda: (accumulate(1)))
shown(lambda: (tee([1], -1)))
shown(lambda: (repeat(1, -5), list(repeat(1, -5))))
shown(lambda: (batched if 0 else 1))
a, b = tee(iter([1,2,3]))
shown(lambda: (next(a), next(a), next(b), list(a), list(b)))
g = groupby('aab'); k1, g1 = next(g); k2, g2 = next(g)
shown(lambda: (k1, list(g1), k2, list(g2)))
shown(lambda: (repeat(5).__length_hint__() if 0 else 0))
