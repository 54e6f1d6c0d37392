data = bytes(range(0, 256, 17)); print(data, list(data[::3]), data.hex(), sum(data), max(data), data.index(0x22), data[-3:])
def crc(b):
    c = 0xffffffff
    for x in b:
        c ^= x
        for _ in range(8): c = (c >> 1) ^ (0xedb88320 if c & 1 else 0)
    return c ^ 0xffffffff
print(hex(crc(b'hello world')))
def xor(b, k): return bytes(x ^ k[i % len(k)] for i, x in enumerate(b))
print(xor(xor(b'secret', b'key'), b'key'), xor(b'abc', b'\x01'))
def rle(b):
    out = bytearray()
    i = 0
    while i < len(b):
        j = i
        while j < len(b) and b[j] == b[i]: j += 1
        out += bytes([j - i, b[i]]); i = j
    return bytes(out)
print(rle(b'aaabbc'), rle(b''))
buf = bytearray(8); buf[0:4] = (1000).to_bytes(4, 'little'); buf[4] = 255; print(buf, int.from_bytes(buf[:4], 'little'), buf.hex('-'), bytes(buf).strip(b'\x00'))
lines = b'GET / HTTP/1.1\r\nHost: x\r\n\r\nbody'; head, _, body = lines.partition(b'\r\n\r\n'); print(head.split(b'\r\n'), body, dict(l.split(b': ') for l in head.split(b'\r\n')[1:]))
print(b'%04x %s' % (255, b'z'), b'a' in b'abc', b'abc'[1:2], b'abc'[1], b'a' + bytes([98]), bytes([1]) * 3, b'' or 'empty', [b'x'] == [b'x'], sorted([b'b', b'a', b'ab']), b'caf\xc3\xa9'.decode(), 'é'.encode().hex(' '), bytes('ü', 'latin-1'))
for x in b'\x01\x02': print(x, end=' ')
print(); print(repr(b'\'"'), repr(b"'"), str(b'x'), ascii(b'\xff'), b'\\n', br'\n', len(b'\x00\\'))
