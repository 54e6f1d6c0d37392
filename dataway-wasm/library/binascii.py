# Bytes as text and back.

import _binascii

__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'hexlify', 'unhexlify',
           'a2b_qp', 'a2b_uu', 'b2a_qp', 'b2a_uu', 'crc_hqx']


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, memoryview) or hasattr(data, 'typecode'):
        return data.tobytes()
    raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode('ascii')
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, memoryview) or hasattr(data, 'typecode'):
        return data.tobytes()
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


def crc_hqx(data, crc, /):
    """The CRC-CCITT checksum of BinHex 4, going on from `crc`.

    >>> binascii.crc_hqx(b'weft', 0)
    64604
    """
    crc &= 0xffff
    for byte in _bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc


def b2a_uu(data, /, *, backtick=False):
    r"""A line of uuencoded text, of at most 45 bytes.

    >>> binascii.b2a_uu(b'weft')
    b'$=V5F=   \n'
    """
    data = _bytes(data)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')
    zero = 96 if backtick else 32
    out = [len(data) + 32 if data else zero]
    for at in range(0, len(data), 3):
        three = int.from_bytes(data[at:at + 3].ljust(3, b'\0'), 'big')
        out += [(three >> shift & 63) + 32 if three >> shift & 63 else zero for shift in (18, 12, 6, 0)]
    return bytes(out) + b'\n'


def a2b_uu(data, /):
    r"""The bytes of a line of uuencoded text.

    >>> binascii.a2b_uu(b'#86)C\n')
    b'abc'
    """
    data = _ascii(data).rstrip(b'\r\n')
    if not data:
        return b''
    size = data[0] - 32 & 63
    bits = bytearray()
    chars = data[1:].ljust((size + 2) // 3 * 4)
    for at in range(0, (size + 2) // 3 * 4, 4):
        number = 0
        for char in chars[at:at + 4]:
            if not 32 <= char <= 96:
                raise Error('Illegal char')
            number = number << 6 | char - 32 & 63
        bits += number.to_bytes(3, 'big')
    if bytes(chars[(size + 2) // 3 * 4:]).strip(b' `'):
        raise Error('Trailing garbage')
    return bytes(bits[:size])


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Quoted-printable text of bytes.

    >>> binascii.b2a_qp(b'a=b')
    b'a=3Db'
    """
    out = bytearray()
    line = 0
    data = _bytes(data)
    crlf = b'\r\n' in data[:data.find(b'\n') + 1]
    for at, byte in enumerate(data):
        follows = data[at + 1:at + 2]
        if istext and (byte == 10 or byte == 13 and follows == b'\n'):
            if byte == 10:
                if out and out[-1] in (32, 9) and (not crlf):
                    out[-1:] = b'=%02X' % out[-1]
                out += b'\r\n' if crlf else b'\n'
                line = 0
            continue
        quoted = (byte > 126 or byte == 61 or header and byte == 95 or byte < 33 and byte not in (9, 32, 10, 13)
                  or not istext and byte in (10, 13) or byte == 13
                  or byte in (9, 32) and (quotetabs or not follows or follows == b'\n')
                  or byte == 46 and not line and (not follows or follows in b'\n\r\0'))
        part = b'=%02X' % byte if quoted else b'_' if header and byte == 32 else bytes([byte])
        ends = not follows or istext and follows in (b'\n', b'\r')
        if line + len(part) > (76 if ends else 75):
            out += b'=\r\n' if crlf else b'=\n'
            line = 0
        out += part
        line += len(part)
    return bytes(out)


def a2b_qp(data, header=False):
    """The bytes of quoted-printable text.

    >>> binascii.a2b_qp(b'a=3Db')
    b'a=b'
    """
    data = _ascii(data)
    out = bytearray()
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte == 61:
            two = data[at:at + 2]
            if not two:
                break
            if two[:1] in (b'\n', b'\r'):
                end = data.find(b'\n', at)
                at = len(data) if end < 0 else end + 1
            elif two[:1] == b'=':
                out.append(61)
                at += 1
            else:
                try:
                    out += bytes.fromhex(two.decode('ascii')) if len(two) == 2 and b' ' not in two else _no_hex()
                    at += 2
                except ValueError:
                    out.append(61)
        else:
            out.append(32 if header and byte == 95 else byte)
    return bytes(out)


def _no_hex():
    raise ValueError
