b = bytearray(b'hello')
print(b, len(b), b[0], b[1:3], b == b'hello', b'hello' == b, type(b[1:]), type(b + b'x'), type(b'x' + b), b * 2)
b[0] = 72; print(b)
b[1:3] = b'EY'; print(b)
b[-1:] = []; print(b)
b.append(33); b.extend(b'ab'); b.extend([1, 2]); print(b)
b.insert(0, 60); b.insert(100, 62); print(b)
print(b.pop(), b.pop(0), b)
b.remove(33); b.reverse(); print(b)
del b[0]; del b[::2]; print(b)
b += b'xyz'; b *= 2; print(b)
b[::2] = bytes(len(b[::2])); print(b)
c = b.copy(); c.clear(); print(c, len(b))
print(bytearray(), bytearray(3), bytearray('é', 'utf-8'), bytearray([1, 2]), repr(bytearray(b"it's")), bytearray.fromhex('0aff'), bytearray(b'ab').hex(), bytearray(b'Ab').upper(), bytearray(b'a,b').split(b','), bytearray(b'ab').decode())
for f in (lambda: b.append(256), lambda: b.append('a'), lambda: b.pop(1000), lambda: bytearray().pop(), lambda: b.remove(254), lambda: b[1000], lambda: hash(b), lambda: b.insert(0, -1), lambda: bytearray('a'), lambda: b.extend('ab'), lambda: b.extend([300]), lambda: {b: 1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 256
except ValueError as e:
    print(e)
try:
    b[0] = 'a'
except TypeError as e:
    print(e)
try:
    b[0:4:2] = b'abc'
except ValueError as e:
    print(e)
print(sorted(bytearray(b'cab')), list(reversed(bytearray(b'ab'))), 97 in bytearray(b'a'), b'b' in bytearray(b'abc'), bytearray(b'a') < bytearray(b'b'), bytearray(b'%d') % 5, bytes(bytearray(b'z')))
