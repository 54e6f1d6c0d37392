print('a,b,c'.split(','), 'a,,b'.split(','), ',a,'.split(','), ''.split(','), ''.split(), '  a  b  '.split(), 'a b c'.split(' '))
print('a,b,c'.split(',', 1), 'a b  c d'.split(None, 2), ' a b '.split(None, 0), 'a,b,c'.split(',', 0), 'a--b--c'.split('--'), 'abc'.split('abc'), 'a,b'.split(sep=',', maxsplit=-1))
print('a,b,c'.rsplit(','), 'a,b,c'.rsplit(',', 1), '  a b  c '.rsplit(None, 1), 'a b c'.rsplit(maxsplit=1), 'aXXbXXc'.rsplit('XX', 1), 'abab'.rsplit('ab'))
print('a\nb\r\nc\rd'.splitlines(), 'a\nb\r\nc\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\x0bb\x0cc\x1cd\x85e\u2028f'.splitlines(), 'a\n\nb'.splitlines(keepends=True))
print('a=b=c'.partition('='), 'abc'.partition('='), 'a=b=c'.rpartition('='), 'abc'.rpartition('='), '='.partition('='), 'ab'.partition('ab'))
print('a\tb\x0bc\x0cd\x1fe\u3000f\xa0g'.split())
for f in (lambda: 'a'.split(''), lambda: 'a'.partition(''), lambda: 'a'.split(1), lambda: 'a'.split(',', 'x'), lambda: 'a'.rsplit(''), lambda: 'a'.partition(1), lambda: 'a'.split(',', 1, 2), lambda: 'a'.split(foo=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(','.join(['a', 'b', 'c']), ''.join([]), '-'.join('abc'), ', '.join(('x',)), ' '.join(c for c in 'xyz'), ','.join({'k': 1, 'l': 2}), '中'.join(['1', '2', '3']))
for f in (lambda: ','.join([1, 2]), lambda: ','.join(['a', None]), lambda: ','.join(5), lambda: ','.join(['a', b'b'])):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
