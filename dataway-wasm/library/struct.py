# Values in bytes, laid out by a format.

import _struct

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    __module__ = 'struct'


def _checked(result):
    if isinstance(result, str):
        raise error(result)
    return result


def _format(format):
    if isinstance(format, (str, bytes)):
        return format
    raise TypeError('Struct() argument 1 must be a str or bytes object, not ' + type(format).__name__)


def _buffer(buffer):
    if isinstance(buffer, memoryview) or hasattr(buffer, 'typecode'):
        return buffer.tobytes()
    if not isinstance(buffer, (bytes, bytearray)):
        raise TypeError("a bytes-like object is required, not '%s'" % type(buffer).__name__)
    return buffer


def calcsize(format, /):
    """How many bytes a format takes.

    >>> struct.calcsize('<id')
    12
    """
    return _checked(_struct.size(_format(format)))


def pack(format, /, *values):
    r"""Values as bytes by a format.

    >>> struct.pack('>HI', 1, 2)
    b'\x00\x01\x00\x00\x00\x02'
    >>> struct.pack('<3s', b'ab')
    b'ab\x00'
    """
    return _checked(_struct.pack(_format(format), values))


def unpack(format, buffer, /):
    r"""The values of bytes by a format.

    >>> struct.unpack('>HI', b'\x00\x01\x00\x00\x00\x02')
    (1, 2)
    """
    size = calcsize(format)
    buffer = _buffer(buffer)
    if len(buffer) != size:
        raise error('unpack requires a buffer of %d bytes' % size)
    return _struct.unpack(format, buffer, 0)


def unpack_from(format, /, buffer, offset=0):
    """The values at a place in bytes.

    >>> struct.unpack_from('B', b'abc', 1)
    (98,)
    """
    size = calcsize(format)
    buffer = _buffer(buffer)
    length = len(buffer)
    if offset < 0:
        if offset + size > 0:
            raise error('not enough data to unpack %d bytes' % size)
        if offset + length < 0:
            raise error('offset %d out of range for %d-byte buffer' % (offset, length))
        offset += length
    if length - offset < size:
        raise error('unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d '
                    '(actual buffer size is %d)' % (size + offset, size, offset, length))
    return _struct.unpack(format, buffer, offset)


def pack_into(format, buffer, offset, /, *values):
    r"""Writes values into a bytearray at a place.

    >>> (lambda b: struct.pack_into('>H', b, 1, 258) or b)(bytearray(4))
    bytearray(b'\x00\x01\x02\x00')
    """
    data = _checked(_struct.pack(_format(format), values))
    if isinstance(buffer, (bytes, str)) or isinstance(buffer, memoryview) and buffer.readonly:
        raise TypeError('argument must be read-write bytes-like object, not ' + type(buffer).__name__)
    size = len(data)
    length = len(buffer)
    if offset < 0:
        if offset + size > 0:
            raise error('no space to pack %d bytes at offset %d' % (size, offset))
        if offset + length < 0:
            raise error('offset %d out of range for %d-byte buffer' % (offset, length))
        offset += length
    if length - offset < size:
        raise error('pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d '
                    '(actual buffer size is %d)' % (size + offset, size, offset, length))
    buffer[offset:offset + size] = data


def iter_unpack(format, buffer, /):
    r"""The values of a row of equal records.

    >>> list(struct.iter_unpack('>H', b'\x00\x01\x00\x02'))
    [(1,), (2,)]
    """
    size = calcsize(format)
    if size == 0:
        raise error('cannot iteratively unpack with a struct of length 0')
    buffer = _buffer(buffer)
    if len(buffer) % size:
        raise error('iterative unpacking requires a buffer of a multiple of %d bytes' % size)
    return iter([_struct.unpack(format, buffer, at) for at in range(0, len(buffer), size)])


class Struct:
    """A format to be used again and again.

    >>> struct.Struct('>H').size
    2
    """

    __module__ = '_struct'

    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format if isinstance(format, str) else format.decode('ascii')

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)
