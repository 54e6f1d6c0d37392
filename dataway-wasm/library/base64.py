# Base16, Base32, Base64 and Base85 text.

import binascii

__all__ = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode',
           'b32encode', 'b32decode', 'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'encodebytes', 'decodebytes',
           'a85encode', 'a85decode', 'b85encode', 'b85decode']


def _ascii(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode('ascii')
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    if isinstance(s, memoryview) or hasattr(s, 'typecode'):
        return s.tobytes()
    raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % type(s).__name__)


def b64encode(s, altchars=None):
    """Bytes as Base64.

    >>> base64.b64encode(b'weft')
    b'd2VmdA=='
    """
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        if len(altchars) != 2:
            raise AssertionError(repr(altchars))
        return encoded.replace(b'+', altchars[:1]).replace(b'/', altchars[1:])
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes of Base64 (bytes or text).

    >>> base64.b64decode('d2VmdA==')
    b'weft'
    """
    s = _ascii(s)
    if altchars is not None:
        altchars = _ascii(altchars)
        if len(altchars) != 2:
            raise AssertionError(repr(altchars))
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    r"""Bytes as Base64 in the standard alphabet.

    >>> base64.standard_b64encode(b'\xfb\xff')
    b'+/8='
    """
    return b64encode(s)


def standard_b64decode(s):
    r"""The bytes of Base64 in the standard alphabet.

    >>> base64.standard_b64decode('+/8=')
    b'\xfb\xff'
    """
    return b64decode(s)


def urlsafe_b64encode(s):
    r"""Bytes as Base64 with `-` and `_`, for addresses and file names.

    >>> base64.urlsafe_b64encode(b'\xfb\xff')
    b'-_8='
    """
    return b64encode(s).replace(b'+', b'-').replace(b'/', b'_')


def urlsafe_b64decode(s):
    r"""The bytes of Base64 with `-` and `_`.

    >>> base64.urlsafe_b64decode('-_8=')
    b'\xfb\xff'
    """
    return b64decode(_ascii(s).replace(b'-', b'+').replace(b'_', b'/'))


def encodebytes(s):
    r"""Base64 in lines of 76 characters, as in mail.

    >>> base64.encodebytes(b'weft')
    b'd2VmdA==\n'
    """
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError('expected bytes-like object, not %s' % type(s).__name__)
    return b''.join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    r"""The bytes of Base64 in lines.

    >>> base64.decodebytes(b'd2Vm\ndA==\n')
    b'weft'
    """
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError('expected bytes-like object, not %s' % type(s).__name__)
    return binascii.a2b_base64(s)


_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _b32encode(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError("a bytes-like object is required, not '%s'" % type(s).__name__)
    left = len(s) % 5
    s = bytes(s)
    if left:
        s += bytes(5 - left)
    out = bytearray()
    for i in range(0, len(s), 5):
        n = int.from_bytes(s[i:i + 5], 'big')
        for shift in range(35, -1, -5):
            out.append(alphabet[n >> shift & 31])
    if left:
        pads = (0, 6, 4, 3, 1)[left]
        out[-pads:] = b'=' * pads
    return bytes(out)


def _b32decode(alphabet, s, casefold, map01):
    s = _ascii(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _ascii(map01)))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    pads = length - len(s)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    out = bytearray()
    for i in range(0, len(s), 8):
        part = s[i:i + 8]
        n = 0
        for c in part:
            digit = alphabet.find(c)
            if digit < 0:
                raise binascii.Error('Non-base32 digit found')
            n = n << 5 | digit
        whole = (n << 5 * (8 - len(part))).to_bytes(5, 'big')
        out += whole[:len(part) * 5 // 8]
    return bytes(out)


def b32encode(s):
    """Bytes as Base32.

    >>> base64.b32encode(b'weft')
    b'O5SWM5A='
    """
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """The bytes of Base32.

    >>> base64.b32decode('O5SWM5A=')
    b'weft'
    """
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    """Bytes as Base32 in the alphabet 0-9A-V.

    >>> base64.b32hexencode(b'weft')
    b'ETIMCT0='
    """
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """The bytes of Base32 in the alphabet 0-9A-V.

    >>> base64.b32hexdecode('ETIMCT0=')
    b'weft'
    """
    return _b32decode(_B32HEX, s, casefold, None)


def b16encode(s):
    """Bytes as hexadecimal in capitals.

    >>> base64.b16encode(b'weft')
    b'77656674'
    """
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal in capitals.

    >>> base64.b16decode('77656674')
    b'weft'
    """
    s = _ascii(s)
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b'0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def b85encode(b, pad=False):
    """Bytes as Base85.

    >>> base64.b85encode(b'weft')
    b'cV%XD'
    """
    left = -len(b) % 4
    data = bytes(b) + bytes(left)
    out = bytearray()
    for i in range(0, len(data), 4):
        n = int.from_bytes(data[i:i + 4], 'big')
        digits = []
        for _ in range(5):
            digits.append(_B85[n % 85])
            n //= 85
        out += bytes(reversed(digits))
    if left and not pad:
        return bytes(out[:-left])
    return bytes(out)


def b85decode(b):
    """The bytes of Base85.

    >>> base64.b85decode('bY(A1')
    b'te/M'
    """
    b = _ascii(b)
    left = -len(b) % 5
    data = b + b'~' * left
    out = bytearray()
    for i in range(0, len(data), 5):
        n = 0
        for k in range(5):
            digit = _B85.find(data[i + k])
            if digit < 0:
                raise ValueError('bad base85 character at position %d' % (i + k))
            n = n * 85 + digit
        if n > 0xFFFFFFFF:
            raise ValueError('base85 overflow in hunk starting at byte %d' % i)
        out += n.to_bytes(4, 'big')
    return bytes(out[:len(out) - left])


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes as Ascii85.

    >>> base64.a85encode(b'weft')
    b'G@bB.'
    """
    data = bytes(memoryview(b))
    padding = -len(data) % 4
    data += bytes(padding)
    parts = []
    for at in range(0, len(data), 4):
        word = int.from_bytes(data[at:at + 4], 'big')
        if word == 0:
            parts.append(b'z')
        elif foldspaces and word == 0x20202020:
            parts.append(b'y')
        else:
            parts.append(bytes([word // 85 ** n % 85 + 33 for n in (4, 3, 2, 1, 0)]))
    if padding and not pad:
        if parts[-1] == b'z':
            parts[-1] = b'!!!!!'
        parts[-1] = parts[-1][:-padding]
    result = b''.join(parts)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """The bytes of Ascii85.

    >>> base64.a85decode(b'@:E^')
    b'abc'
    """
    b = _ascii(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out = bytearray()
    group = []
    for x in bytes(b) + b'u' * 4:
        if 33 <= x <= 117:
            group.append(x)
            if len(group) == 5:
                word = 0
                for one in group:
                    word = 85 * word + one - 33
                if word > 0xffffffff:
                    raise ValueError('Ascii85 overflow')
                out += word.to_bytes(4, 'big')
                group = []
        elif x == 122:
            if group:
                raise ValueError('z inside Ascii85 5-tuple')
            out += bytes(4)
        elif foldspaces and x == 121:
            if group:
                raise ValueError('y inside Ascii85 5-tuple')
            out += b'    '
        elif x not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % x)
    padding = 4 - len(group)
    return bytes(out[:-padding]) if padding else bytes(out)
