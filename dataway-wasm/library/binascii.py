# Bytes as text and back.

import _binascii

__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'hexlify', 'unhexlify']


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode('ascii')
    if isinstance(data, (bytes, bytearray)):
        return data
    raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type(data).__name__)


def b2a_base64(data, /, *, newline=True):
    """Bytes as one line of Base64.

    >>> binascii.b2a_base64(b'weft', newline=False)
    b'd2VmdA=='
    """
    return _binascii.to_base64(_bytes(data), bool(newline))


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes of Base64.

    >>> binascii.a2b_base64('d2VmdA==')
    b'weft'
    """
    result = _binascii.from_base64(_ascii(data), bool(strict_mode))
    if isinstance(result, str):
        raise Error(result)
    return result


def hexlify(data, sep=None, bytes_per_sep=1):
    r"""Bytes as hexadecimal.

    >>> binascii.hexlify(b'\x01\xff', '-')
    b'01-ff'
    """
    data = _bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode('ascii')


def unhexlify(hexstr, /):
    r"""The bytes of hexadecimal.

    >>> binascii.unhexlify('01ff')
    b'\x01\xff'
    """
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error('Odd-length string')
    try:
        if b' ' in text:
            raise ValueError
        return bytes.fromhex(text.decode('ascii'))
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None


b2a_hex = hexlify
a2b_hex = unhexlify


def crc32(data, crc=0, /):
    """The CRC-32 checksum.

    >>> binascii.crc32(b'weft')
    4252973046
    """
    return _binascii.crc32(_bytes(data), crc & 0xFFFFFFFF)
