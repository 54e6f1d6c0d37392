# MD5, SHA-1 and SHA-2 natively, SHA-3 and BLAKE2 in DataWay.

import _hash

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128',
           'shake_256', 'blake2b', 'blake2s', 'new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac']

_NAMES = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512')
_SIZES = (16, 20, 28, 32, 48, 64)
_WRITTEN = ('sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256', 'blake2b', 'blake2s')
algorithms_guaranteed = set(_NAMES + _WRITTEN)
algorithms_available = set(_NAMES + _WRITTEN)


class _Digest:
    def __init__(self, number, data):
        self._number = number
        self._state = _hash.start(number)
        self.name = _NAMES[number]
        self.digest_size = _SIZES[number]
        self.block_size = 64 if number < 4 else 128
        if data is not None:
            self.update(data)

    def update(self, data, /):
        if isinstance(data, memoryview) or hasattr(data, 'typecode'):
            data = data.tobytes()
        _hash.update(self._state, data)

    def digest(self):
        return _hash.finish(self._state)

    def hexdigest(self):
        return _hash.finish(self._state).hex()

    def copy(self):
        other = _Digest(self._number, None)
        other._state = self._state[:]
        return other

    def __repr__(self):
        return '<%s _hashlib.HASH object @ %s>' % (self.name, hex(id(self)))


def md5(string=b'', *, usedforsecurity=True):
    """An MD5 hash object. Not for secrets.

    >>> hashlib.md5(b'weft').hexdigest()
    'e153e1f0af33f12922976c5d0d2ee47b'
    """
    return _Digest(0, string)


def sha1(string=b'', *, usedforsecurity=True):
    """A SHA-1 hash object. Not for secrets.

    >>> hashlib.sha1(b'weft').hexdigest()
    'c736e2ff3236ff722f90db75d7c4cd9b7d90575e'
    """
    return _Digest(1, string)


def sha224(string=b'', *, usedforsecurity=True):
    """A SHA-224 hash object.

    >>> hashlib.sha224(b'weft').hexdigest()
    'fee2c46fb824ac27d82ff861913d816bab47ebdf8eb4eacfce5f2aeb'
    """
    return _Digest(2, string)


def sha256(string=b'', *, usedforsecurity=True):
    """A SHA-256 hash object.

    >>> hashlib.sha256(b'weft').hexdigest()
    'e627e2237f44543d8b79e2772a7cc79f6c8d0ea2854eef84f69fbef586339c91'
    """
    return _Digest(3, string)


def sha384(string=b'', *, usedforsecurity=True):
    """A SHA-384 hash object.

    >>> hashlib.sha384(b'weft').hexdigest()[:16]
    'ccf725cc167ec8af'
    """
    return _Digest(4, string)


def sha512(string=b'', *, usedforsecurity=True):
    """A SHA-512 hash object.

    >>> hashlib.sha512(b'weft').hexdigest()[:16]
    '8b875fef90cb3748'
    """
    return _Digest(5, string)


def sha3_224(string=b'', *, usedforsecurity=True):
    """A SHA3-224 hash object.

    >>> hashlib.sha3_224(b'weft').hexdigest()[:16]
    '7135b90b218b50cd'
    """
    from _keccak import Keccak
    return Keccak('sha3_224', 28, 144, 6, string)


def sha3_256(string=b'', *, usedforsecurity=True):
    """A SHA3-256 hash object.

    >>> hashlib.sha3_256(b'weft').hexdigest()[:16]
    'a2419972d314ee90'
    """
    from _keccak import Keccak
    return Keccak('sha3_256', 32, 136, 6, string)


def sha3_384(string=b'', *, usedforsecurity=True):
    """A SHA3-384 hash object.

    >>> hashlib.sha3_384(b'weft').hexdigest()[:16]
    '35696c1b042aa1c0'
    """
    from _keccak import Keccak
    return Keccak('sha3_384', 48, 104, 6, string)


def sha3_512(string=b'', *, usedforsecurity=True):
    """A SHA3-512 hash object.

    >>> hashlib.sha3_512(b'weft').hexdigest()[:16]
    '9e81e99ffe8b5279'
    """
    from _keccak import Keccak
    return Keccak('sha3_512', 64, 72, 6, string)


def shake_128(string=b'', *, usedforsecurity=True):
    """A SHAKE-128 hash object, whose digests have the length that is asked for.

    >>> hashlib.shake_128(b'weft').hexdigest(8)
    'cdcbd11482f2fe9e'
    """
    from _keccak import Shake
    return Shake('shake_128', 0, 168, 31, string)


def shake_256(string=b'', *, usedforsecurity=True):
    """A SHAKE-256 hash object, whose digests have the length that is asked for.

    >>> hashlib.shake_256(b'weft').hexdigest(8)
    '2f7f1e8034c525a7'
    """
    from _keccak import Shake
    return Shake('shake_256', 0, 136, 31, string)


def blake2b(data=b'', /, **options):
    """A BLAKE2b hash object; `digest_size`, `key`, `salt` and `person` may be said.

    >>> hashlib.blake2b(b'weft', digest_size=8).hexdigest()
    '9435354a6d7ebdbd'
    """
    import _blake2
    return _blake2.blake2b(data, **options)


def blake2s(data=b'', /, **options):
    """A BLAKE2s hash object; `digest_size`, `key`, `salt` and `person` may be said.

    >>> hashlib.blake2s(b'weft', digest_size=8).hexdigest()
    '4d8a1dc1b757f8cb'
    """
    import _blake2
    return _blake2.blake2s(data, **options)


def new(name, data=b'', *, usedforsecurity=True):
    """A hash object by its name.

    >>> hashlib.new('sha256', b'weft').hexdigest()[:16]
    'e627e2237f44543d'
    """
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    lowered = name.lower().replace('-', '')
    if name in _WRITTEN:
        return globals()[name](data)
    if lowered not in _NAMES:
        raise ValueError('unsupported hash type ' + name)
    return _Digest(_NAMES.index(lowered), data)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password (PBKDF2).

    >>> hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 10).hex()
    '653cc888d937efe22810a5cbdb25a5bd82e2ebb27a800f85cfa360a6d925198e'
    """
    import hmac
    if dklen is None:
        dklen = new(hash_name).digest_size
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')
    base = hmac.new(password, None, hash_name)
    out = b''
    block = 0
    while len(out) < dklen:
        block += 1
        h = base.copy()
        h.update(bytes(salt) + block.to_bytes(4, 'big'))
        u = h.digest()
        total = int.from_bytes(u, 'big')
        for _ in range(iterations - 1):
            h = base.copy()
            h.update(u)
            u = h.digest()
            total ^= int.from_bytes(u, 'big')
        out += total.to_bytes(len(u), 'big')
    return out[:dklen]
