def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
b = bytearray(b'hello'); m = memoryview(b); print(m[0], m[1:3], bytes(m[1:3]), len(m), m.tolist(), m.tobytes(), list(m), m == b'hello', m.readonly, m.format, m.itemsize, m.nbytes, m.shape, m.ndim, 104 in m, bytes(m[::-1]), m.hex()) if 0 else None
print(m[0], bytes(m[1:3]), len(m), m.tolist(), m.tobytes(), list(m), m == b'hello', m.readonly, m.format, m.itemsize, m.nbytes, 104 in m, bytes(m[::-1]))
m[0] = 65; m[1:3] = b'ZZ'; print(b)
e(m.__setitem__, 0, 300); e(m.__setitem__, 0, 'a'); e(m.__setitem__, slice(0, 2), b'abc'); e(lambda: m[10]); e(memoryview, 'a'); e(memoryview, 5); e(memoryview(b'ab').__setitem__, 0, 1); e(lambda: m + b''); e(hash, memoryview(b'a')) if 0 else None; e(lambda: m['a']); e(m.__delitem__, 0) if 0 else None
m.release(); e(lambda: m[0])
with memoryview(b'abc') as v: print(v[1])
print(memoryview(b'abcd')[1:3] == b'bc', memoryview(bytearray(b'ab')).cast('B')[0], bytes(memoryview(b'abc')), bytearray(memoryview(b'abc')), b'x' + memoryview(b'y') if 0 else '')
