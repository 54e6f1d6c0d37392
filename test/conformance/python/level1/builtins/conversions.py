for v in (0, 1, -3, 2.7, -2.7, True, '12', ' 7 ', '3.5', 'abc', '', None, [], [1, 2], (), {'a': 1}, b'5', b'ab', 1e20, float('nan'), range(3), {1}):
    row = []
    for f in (int, float, str, bool, list, tuple, bytes, repr, abs, len, sorted, sum, ord, hex, chr, iter):
        try:
            r = f(v)
            row.append('iter' if f is iter else r if f is not bytes or not isinstance(v, (int, float)) or abs(v) < 10 else 'big')
        except Exception as e: row.append(f'{type(e).__name__}: {e}')
    print(repr(v), row)
