def e(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as x: print(type(x).__name__, x)
s = 'hello world hello'
for m in 'find rfind index rindex count startswith endswith'.split():
    f = getattr(s, m)
    e(f, 'hello'); e(f, 'hello', 1); e(f, 'hello', 1, 5); e(f, 'o', -5); e(f, 'o', None, None); e(f, 'zz'); e(f, ''); e(f, '', 100); e(f, '', 17); e(f, '', 5, 3); e(f, 5); e(f); e(f, 'a', 'b'); e(f, None); e(f, b'a'); e(f, 'h', 0, 1, 2); e(f, 'o', 2**70), e(f, 'o', -2**70)
    e(f, ('hello', 'x')); e(f, ()); e(f, (1,)); e(f, ['a'])
for m in 'ljust rjust center zfill'.split():
    f = getattr('ab', m)
    e(f, 5); e(f, 6); e(f, 1); e(f, -1); e(f, 5, '*'); e(f, 5, '**'); e(f, 5, ''); e(f, 'x'); e(f); e(f, 5, 5); e(f, 5.0)
for t in ['+5', '-5', '--5', '', '+', 'a']: e(t.zfill, 4)
for m in 'strip lstrip rstrip'.split():
    f = getattr('xxabcyx', m)
    e(f, 'x'); e(f, 'xy'); e(f, ''); e(f, None); e(f, 5); e(f, b'x'); e(f, 'abcxy')
for m in 'removeprefix removesuffix'.split():
    f = getattr('abcabc', m)
    e(f, 'abc'); e(f, 'x'); e(f, ''); e(f, 5); e(f); e(f, 'abcabc')
for m in 'partition rpartition'.split():
    f = getattr('a-b-c', m)
    e(f, '-'); e(f, 'x'); e(f, ''); e(f, 5); e(f); e(f, '-c')
e('a-b'.replace, '-', '+'); e('aaa'.replace, 'a', 'b', 2); e('aaa'.replace, '', '-'); e('aaa'.replace, '', '-', 2); e('aaa'.replace, 'a', '', -1); e(''.replace, '', 'x'); e('a'.replace, 'a'); e('a'.replace, 1, 'a'); e('a'.replace, 'a', 1); e('a'.replace, 'a', 'b', 'c'); e('a'.replace, 'a', 'b', count=1); e('aaa'.replace, 'a', 'b', 0); e(''.replace, '', 'x', 0)
e(','.join, ['a', 'b']); e(','.join, 'abc'); e(','.join, []); e(','.join, ['a', 1]); e(','.join, [1]); e(','.join, 5); e(','.join, {'a': 1}); e(','.join, (x for x in 'ab')); e(','.join, [b'a']); e(','.join); e(''.join, ['a', None])
e('a'.translate, {97: 'b'}); e('abc'.translate, {97: None, 98: 100, 'c': 'x'}); e('abc'.translate, str.maketrans('ab', 'xy', 'c')); e('a'.translate, 5); e('a'.translate, {97: 1.5}); e('a'.translate, {97: 2**30}); e('abc'.translate, ['x'] * 99)
e(str.maketrans, 'a', 'bc'); e(str.maketrans, {'a': 1, 5: 'x'}); e(str.maketrans, {'ab': 1}); e(str.maketrans, 'a'); e(str.maketrans, 'a', 'b', 5); e(str.maketrans, {1.5: 1})
