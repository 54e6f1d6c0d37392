import struct

for fmt, values in (('<b', (-5,)), ('>h', (-2,)), ('<I', (2 ** 32 - 1,)), ('!Q', (2 ** 64 - 1,)), ('<q', (-2 ** 63,)), ('4s', (b'ab',)), ('<5p', (b'abcdefg',)), ('c', (b'x',)), ('?', (True,)),
                    ('<f', (1.5,)), ('>d', (3.14,)), ('<e', (0.333,)), ('bhil', (1, 2, 3, 4)), ('=bhil', (1, 2, 3, 4)), ('2x3B', (1, 2, 3)), ('<3h', (1, 2, 3)), ('', ()), ('> i  h', (1, 2)),
                    ('bq', (1, 2)), ('0s', (b'',)), ('<e', (65504.0,)), ('>e', (5.96e-08,)), ('<ff', (1e-45, 3.4e38)), ('10s', (b'0123456789abc',)), ('n', (5,)), ('b0i', (1,))):
    data = struct.pack(fmt, *values)
    print(fmt, data, struct.calcsize(fmt), struct.unpack(fmt, data))
print(struct.unpack_from('<H', b'\1\2\3\4', 1), list(struct.iter_unpack('<H', b'\1\0\2\0')), struct.Struct('<IH').pack(1, 2), struct.Struct('<IH').size, struct.Struct('>h').unpack(b'\xff\xfe'), struct.Struct('>h').format)
buffer = bytearray(6)
struct.pack_into('>H', buffer, 2, 258)
print(buffer, struct.unpack('<d', struct.pack('<d', float('inf'))), struct.unpack('>f', b'\x7f\xc0\0\0'))
for f in (lambda: struct.pack('<b', 200), lambda: struct.pack('<B', -1), lambda: struct.pack('<h', 40000), lambda: struct.pack('<I', 'x'), lambda: struct.pack('<I', 1.5), lambda: struct.pack('<f', 'x'),
          lambda: struct.pack('<H', 1, 2), lambda: struct.pack('<HH', 1), lambda: struct.unpack('<H', b'a'), lambda: struct.pack('z', 1), lambda: struct.pack('s', 'x'), lambda: struct.pack('c', b'ab'),
          lambda: struct.unpack_from('<I', b'abc'), lambda: struct.pack('<f', 1e40), lambda: struct.pack('<q', 2 ** 63), lambda: struct.pack('<Q', 2 ** 64), lambda: struct.pack('<I', 2 ** 32),
          lambda: struct.calcsize('5'), lambda: struct.pack('<i', 2 ** 31), lambda: struct.pack_into('<I', bytearray(2), 0, 1), lambda: struct.pack('b', 300), lambda: struct.pack('H', 70000)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
