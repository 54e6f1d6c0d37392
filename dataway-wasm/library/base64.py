# Base16, Base32, Base64 and Base85 text.

import binascii

__all__ = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode',
           'b32encode', 'b32decode', 'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'encodebytes', 'decodebytes',
           'b85encode', 'b85decode']


def _ascii(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode('ascii')
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % type(s).__name__)


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        if len(altchars) != 2:
            raise AssertionError(repr(altchars))
        return encoded.replace(b'+', altchars[:1]).replace(b'/', altchars[1:])
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _ascii(s)
    if altchars is not None:
        altchars = _ascii(altchars)
        if len(altchars) != 2:
            raise AssertionError(repr(altchars))
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).replace(b'+', b'-').replace(b'/', b'_')


def urlsafe_b64decode(s):
    return b64decode(_ascii(s).replace(b'-', b'+').replace(b'_', b'/'))


def encodebytes(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError('expected bytes-like object, not %s' % type(s).__name__)
    return b''.join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
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
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold, None)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _ascii(s)
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b'0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def b85encode(b, pad=False):
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
