b = b'hello'
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], b + b'!', b * 2, b'ell' in b, 104 in b, 300 in b if False else 0, b == b'hello', b < b'help', b != 'hello')
print(b'\x00\xff\t\n\r\\\'"a~\x7f', b"it's", b'"', br'\n', rb'\x', b'a' b'b', B'x', b'''tri"ple''')
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes('é', 'utf-8'), bytes(b'x'), bytes(range(5)), bytes('abc', encoding='ascii'), bytes(bytearray(b'q')), bytes((i for i in (65, 66))))
print(list(b), tuple(b'ab'), [hex(x) for x in b'\x01\xff'], sorted(b'cab'), sum(b'ab'), max(b'ab'), hash(b'a') == hash(b'a'), {b'k': 1}[b'k'])
print(b.hex(), b.hex(' '), b.hex('-', 2), b.hex(':', -2), bytes.fromhex('68 65 6C'), bytes.fromhex(''), b'\xab'.hex())
for f in (lambda: bytes('a'), lambda: bytes([256]), lambda: bytes(-1), lambda: bytes(['a']), lambda: b'a' + 'a', lambda: b'abc'[5], lambda: 'a' in b'abc', lambda: 256 in b'a', lambda: bytes(1.5), lambda: bytes.fromhex('6'), lambda: bytes.fromhex('zz'), lambda: bytes(1, 'utf-8'), lambda: b'a' < 'a', lambda: bytes(None), lambda: b'a' * 'b', lambda: bytes('a', 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
print(b'%s %d %x' % (b'a', 5, 255), b'%b|%5s|%-5s|%c' % (b'x', b'y', b'z', 65), b'%(k)s' % {b'k': b'v'}, b'%r %a' % ('é', 1), b'%.2f%%' % 1.5)
for f in (lambda: b'%s' % 'a', lambda: b'%d' % b'a', lambda: b'%c' % 256, lambda: b'%s %s' % (b'a',), lambda: b'a' % 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(bool(b''), bool(b'\0'), repr(b), str(b), f'{b}', b.__len__(), b.__contains__(104), bytes.__name__)
