def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# struct
import struct
shown(lambda: (struct.pack('<ihb', 1, 2, 3), struct.pack('>I', 1), struct.unpack('<I', b'\1\0\0\0'), struct.calcsize('iqb'), struct.pack('5s', b'ab'), struct.pack('3p', b'abc'), struct.pack('?', 5), struct.pack('<d', 1.5), struct.pack('e', 1.5), struct.pack('2h', 1, 2), struct.pack('c', b'a'), struct.pack('xb', 1), struct.unpack('3s', b'abc'), struct.pack('n', 1), struct.pack('@bi', 1, 2), struct.pack('=bi', 1, 2), struct.pack('0i'), struct.pack('')))
shown(lambda: (struct.pack('i')))
shown(lambda: (struct.pack('i', 1, 2)))
shown(lambda: (struct.pack('i', 'a')))
shown(lambda: (struct.pack('b', 128)))
shown(lambda: (struct.pack('B', -1)))
shown(lambda: (struct.pack('H', 70000)))
shown(lambda: (struct.pack('i', 2**31)))
shown(lambda: (struct.pack('I', -1)))
shown(lambda: (struct.pack('q', 2**63)))
shown(lambda: (struct.pack('Q', 2**64)))
shown(lambda: (struct.pack('f', 'a')))
shown(lambda: (struct.pack('c', 'a')))
shown(lambda: (struct.pack('c', b'ab')))
shown(lambda: (struct.pack('s', 'a')))
shown(lambda: (struct.pack('z', 1)))
shown(lambda: (struct.pack('3', 1)))
shown(lambda: (struct.unpack('i', b'abc')))
shown(lambda: (struct.unpack('<i', 'abcd')))
shown(lambda: (struct.unpack_from('<h', b'abcdef', 2), struct.unpack_from('b', b'abc', -1), list(struct.iter_unpack('<h', b'abcd'))))
shown(lambda: (struct.unpack_from('<i', b'abc', 1)))
shown(lambda: (list(struct.iter_unpack('<h', b'abc'))))
b = bytearray(6)
shown(lambda: (struct.pack_into('<h', b, 2, 258), b))
shown(lambda: (struct.pack_into('<i', b, 4, 1)))
shown(lambda: (struct.pack_into('<i', b'aaaa', 0, 1)))
s = struct.Struct('<hi')
shown(lambda: (struct.error, issubclass(struct.error, Exception), struct.pack(b'b', 1), struct.pack('<l', -1), struct.pack('>L', 1), struct.calcsize('<l'), struct.calcsize('l'), struct.pack('<3H', 1, 2, 3), struct.pack(' i ', 1), struct.pack('P', 1)))
