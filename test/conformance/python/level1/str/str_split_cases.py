def e(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as x: print(type(x).__name__, x)
for s in ['a,b,c', ' a  b c ', '', ',', 'a,,b', '\ta\n b\x0b c\x1c d\u2003e']:
    for m in ('split', 'rsplit'):
        f = getattr(s, m)
        e(f); e(f, ','); e(f, ',', 1); e(f, None, 1); e(f, maxsplit=1); e(f, sep=','); e(f, None, 0); e(f, ',', 0); e(f, ',,'); e(f, None, -1)
e('a'.split, ''); e('a'.split, 5); e('a'.split, b','); e('a'.split, ',', 'x'); e('a'.split, foo=1); e('a'.split, ',', 1, 2); e('a'.rsplit, ''); e('a'.split, 'a'); e('aaa'.split, 'a', 2)
e('a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i'.splitlines); e('a\n\nb\n'.splitlines, True); e('a\n'.splitlines, keepends=1); e(''.splitlines); e('\n'.splitlines); e('a\r\n\r'.splitlines, True); e('a'.splitlines, 'x')
e('a\tbc\td'.expandtabs); e('a\tbc\td'.expandtabs, 4); e('a\tb'.expandtabs, 0); e('a\tb'.expandtabs, -1); e('a\n\tb'.expandtabs, tabsize=4); e('a\tb'.expandtabs, 'x')
