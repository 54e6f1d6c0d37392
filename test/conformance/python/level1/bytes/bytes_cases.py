def e(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as x: print(type(x).__name__, x)
for T in (bytes, bytearray):
    e(T); e(T, 5); e(T, -1); e(T, 'a'); e(T, 'é', 'utf8'); e(T, 'é', 'ascii'); e(T, 'é', 'ascii', 'ignore'); e(T, [1, 2]); e(T, [256]); e(T, [-1]); e(T, ['a']); e(T, (1, 2)); e(T, range(3)); e(T, b'ab'); e(T, bytearray(b'ab')); e(T, None); e(T, 1.5); e(T, {1: 2}); e(T, memoryview(b'xy')); e(T, 5, 'utf8'); e(T, encoding='utf8'); e(T, errors='x'); e(T, 'a', 'foo'); e(T, [1.5]); e(T, object()); e(T.fromhex, '41 42'); e(T.fromhex, '4'); e(T.fromhex, 'zz'); e(T.fromhex, 5); e(T.fromhex, ' 41\n42'); e(T.maketrans, b'a', b'b') if 0 else 0; e(T, True); e(T, 2**70)
    b = T(b'Hello World \xff\x00')
    print(b, str(b), repr(b), len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), 72 in b, b'He' in b, b'zz' in b, b == b'Hello', b != 'x', b + b'x', b * 2, b < b'I', hash(b) == hash(bytes(b)) if T is bytes else '')
    e(lambda: 'a' in b); e(lambda: 300 in b); e(lambda: None in b); e(lambda: b + 'a'); e(lambda: 'a' + b); e(lambda: b + 1); e(lambda: b * 'x'); e(lambda: b < 'a'); e(lambda: b[100]); e(lambda: b['a']); e(hash, b) if T is bytearray else 0; e(lambda: b % 1)
    for m in 'capitalize lower upper swapcase title isalnum isalpha isascii isdigit islower isspace istitle isupper strip lstrip rstrip split rsplit splitlines expandtabs hex decode'.split():
        for t in [b'', b'Hello World', b' a\tb\n', b'ABC', b'123', b'\xff\xfe', b'a1']:
            e(getattr(T(t), m))
        e(getattr(T(t), m), 1, 2, 3); e(getattr(T(t), m), 'x')
    s = T(b'hello world hello')
    for m in 'find rfind index rindex count startswith endswith'.split():
        f = getattr(s, m)
        e(f, b'hello'); e(f, b'hello', 1); e(f, b'hello', 1, 5); e(f, b'o', -5); e(f, b'zz'); e(f, b''); e(f, b'', 100); e(f, 104); e(f); e(f, 'a'); e(f, None); e(f, 300); e(f, bytearray(b'o')); e(f, (b'hello', b'x')); e(f, ('a',)); e(f, -1)
    for m in 'ljust rjust center zfill'.split():
        f = getattr(T(b'ab'), m)
        e(f, 5); e(f, 1); e(f, 5, b'*'); e(f, 5, b'**'); e(f, 5, '*'); e(f, 'x'); e(f)
    for m in 'strip lstrip rstrip removeprefix removesuffix partition rpartition'.split():
        f = getattr(T(b'xxabcyx'), m)
        e(f, b'x'); e(f, b'xy'); e(f, b''); e(f, None); e(f, 5); e(f, 'x'); e(f, b'abc')
    e(s.replace, b'l', b'L'); e(s.replace, b'l', b'L', 1); e(s.replace, b'', b'-', 2); e(s.replace, 'l', 'L'); e(s.replace, 1, 2); e(s.split, b'l'); e(s.split, b'l', 1); e(s.rsplit, b'l', 1); e(s.split, ''); e(s.split, b''); e(s.split, maxsplit=1); e(s.join, [b'a', b'b']); e(s.join, ['a']); e(s.join, [1]); e(T(b',').join, [b'a', bytearray(b'c')]); e(s.translate, None, b'l'); e(s.translate, bytes(range(256))); e(s.translate, b'a'); e(s.translate, bytes(range(256))[::-1], delete=b'o'); e(s.hex, ':'); e(s.hex, ':', 2); e(s.hex, '::'); e(s.hex, ':', -3); e(s.decode, 'ascii'); e(T(b'\xff').decode, 'utf8', 'replace'); e(T(b'\xff').decode, 'foo'); e(T(b'\xc3').decode); e(T(b'\x80').decode, 'ascii'); e(T(b'a\xffb').decode, 'utf-8', 'backslashreplace'); e(T(b'a').decode, errors='zz'); e(T(b'\xff').decode, errors='zz')
    for f in ['%d', '%s', '%b', '%c', '%x', '%r', '%a', '%5.1f', '%%', '%(a)d', '%y', '%05d']:
        for a in [5, b'ab', 'x', 65, None, {b'a': 1}, (1, 2), 1.5]:
            e(lambda: T(f.encode()) % a)
