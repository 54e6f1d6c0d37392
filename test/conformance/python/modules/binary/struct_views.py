# struct reads what looks into bytes, and texts longer than their length can say.
import struct

view = memoryview(bytes(range(1, 11)))
print(list(struct.iter_unpack('>IB', view)), list(struct.Struct('>H').iter_unpack(view)))
print(struct.unpack_from('>H', view, 3), struct.unpack_from('B', view, -1), struct.unpack('10s', view))
for code in ('p', '1p', '2p', '6p', '300p'):
    packed = struct.pack(code, b'abc' * 100)
    print(code, len(packed), packed[:8], len(struct.unpack(code, packed)[0]))
for bad in (5, 'abc', None):
    for f in (struct.unpack, struct.unpack_from, lambda a, b: list(struct.iter_unpack(a, b))):
        try:
            print(f('B', bad))
        except TypeError as e:
            print(e)
