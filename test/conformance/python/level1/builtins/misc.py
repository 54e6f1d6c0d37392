print(all([]), any([]), all([1, 2]), any([0, 0]), all(x > 0 for x in [1, 2]), any(x > 5 for x in [1, 2]))
print(list(zip([1, 2], 'ab')), list(enumerate('ab')), list(map(int, '123')), list(filter(None, [0, 1, 2])), list(reversed([1, 2])), sorted('ba'))
print(bin(5), oct(8), hex(255), bin(-5), hex(-255), oct(0), ord('€'), chr(8364), ascii('€'), format(3.14159, '.2f'), format('a', '>3'), format(5), format([1]))
print(int('5') + float('1.5'), complex if False else 0, str(5) + '5', list(range(3)), tuple([1]), dict(a=1), set([1]), frozenset([2]), bytes(2), bytearray(2), bool([]), object is object, slice(1, 2, 3))
print(callable(print), isinstance(3, int), type(3)(4.7), [int, str][0]('7'), {'f': len}['f']('abc'), (lambda *a: a)(1, 2))
from builtins import len as L
import builtins
print(L('ab'), builtins.max(1, 2), builtins.str is str)
len_ = len
def len(x): return 'shadow'
print(len([1])); del len; print(len([1]), len_ is len)
print(globals()['L']('abc') if 'L' in globals() else None, 'x' in globals(), __name__)
def loc(a, b=2):
    c = 3
    return sorted(locals())
print(loc(1))
print(sum(map(len, ['a', 'bb'])), max(map(abs, [-3, 2])), ''.join(map(chr, range(97, 100))), dict(map(lambda p: (p[1], p[0]), [(1, 'a')])))
print(round(2.5), round(-2.567, 2), divmod(17, 5), pow(2, -1), abs(-3), min(3, 2), sum((1, 2), 3), id(None) == id(None), hash('a') == hash('a'), repr('x'), eval if False else 'no eval')
print(list(map(lambda *a: a, [1, 2], [3, 4], [5, 6])), [*map(str.upper, 'ab')], list(filter(lambda kv: kv[1], {'a': 0, 'b': 1}.items())))
