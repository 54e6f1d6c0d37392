print(repr('a'), repr("a'b"), repr('a"b'), repr(1), repr(1.5), repr([1, 'a', None]), repr((1,)), repr({'a': [1]}), repr({1}), repr(frozenset([1])), repr(b'a'), repr(None), repr(True), repr(range(3)), repr(slice(1, 2)), repr(int), repr(len), repr(...))
print(ascii('é中😀\n'), ascii(['é']), ascii(1), ascii({'ü': 1}), ascii("'"))
print(str([1, 'a']), str({'a': 'b'}), str(('x',)), str('x'), str({'x'}), str([None, True, 1.0, b'z']), str([[], {}, ()]), str(['\n', '\\', "'"]), repr('\x1b[0m'), repr('\u200e\xad\u2028'))
print(repr([1, [2, [3, [4]]]]), repr({'a': {'b': {'c': ()}}}), [{}], [[]], {(): []}, [''], [' '], [0.1, 1e100], [10 ** 25], [-1])
print(repr(ValueError('x')), repr(ValueError()), repr(ValueError('a', 1)), repr(KeyError('k')), str(KeyError('k')), str(ValueError('a', 1)), str(ValueError()), repr(Exception("it's")), str(KeyError()), str(KeyError('a', 'b')), [ValueError('z')])
def func(): pass
class C:
    def m(self): pass
print(repr(func)[:15], repr(C), repr(C())[:19], repr(C().m)[:23], repr(C.m)[:15], repr(lambda: 0)[:20], str(C), f'{C}', repr(type(func)), repr([].append)[:35], repr('a'.upper)[:33], repr(str.upper), repr(dict.get))
print(repr((x for x in []))[:24], repr(iter([]))[:22], repr(zip())[:11], repr(map(len, []))[:11], repr(object())[:17], repr({}.items()), repr({1: 2}.keys()), repr({1: 2}.values()), repr(enumerate([]))[:18])
