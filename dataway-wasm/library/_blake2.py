# BLAKE2 (RFC 7693), for hashlib.

_SIGMA = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
          (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4), (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
          (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13), (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
          (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11), (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
          (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5), (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0))
_MIX = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
_START_64 = (0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
             0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179)


class _Blake2:
    def __init__(self, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', usedforsecurity=True):
        most = self.MAX_DIGEST_SIZE
        size = most if digest_size is None else digest_size
        if not 1 <= size <= most:
            raise ValueError('digest_size must be between 1 and %d bytes' % most)
        for what, given, limit in (('key', key, most), ('salt', salt, self.SALT_SIZE), ('person', person, self.PERSON_SIZE)):
            if len(given) > limit:
                raise ValueError('maximum %s length is %d bytes' % (what, limit))
        word = self._word
        block = (bytes([size, len(key), 1, 1]) + bytes(4 + (8 if word == 8 else 6) + 2 + (14 if word == 8 else 0))
                 + bytes(salt).ljust(self.SALT_SIZE, b'\0') + bytes(person).ljust(self.PERSON_SIZE, b'\0'))
        self.digest_size, self.block_size = size, word * 16
        self._start = _START_64 if word == 8 else tuple(one >> 32 for one in _START_64)
        self._state = [one ^ int.from_bytes(block[i * word:i * word + word], 'little') for i, one in enumerate(self._start)]
        self._count = 0
        self._rest = bytes(key).ljust(self.block_size, b'\0') if key else b''
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = self._rest + bytes(memoryview(data))
        size = self.block_size
        at = 0
        # The last block waits: it is mixed in otherwise.
        while len(data) - at > size:
            self._count += size
            self._state = self._mixed(self._state, data[at:at + size], self._count, False)
            at += size
        self._rest = data[at:]

    def _mixed(self, state, block, count, last):
        word = self._word
        mask = (1 << word * 8) - 1
        bits = word * 8
        m = [int.from_bytes(block[i:i + word], 'little') for i in range(0, len(block), word)]
        v = state + list(self._start)
        v[12] ^= count & mask
        v[13] ^= count >> bits
        if last:
            v[14] ^= mask
        r1, r2, r3, r4 = self._turns
        for r in range(self._rounds):
            order = _SIGMA[r % 10]
            for i, (a, b, c, d) in enumerate(_MIX):
                va, vb, vc, vd = v[a], v[b], v[c], v[d]
                va = va + vb + m[order[2 * i]] & mask
                vd ^= va
                vd = vd >> r1 | vd << bits - r1 & mask
                vc = vc + vd & mask
                vb ^= vc
                vb = vb >> r2 | vb << bits - r2 & mask
                va = va + vb + m[order[2 * i + 1]] & mask
                vd ^= va
                vd = vd >> r3 | vd << bits - r3 & mask
                vc = vc + vd & mask
                vb ^= vc
                vb = vb >> r4 | vb << bits - r4 & mask
                v[a], v[b], v[c], v[d] = va, vb, vc, vd
        return [one ^ v[i] ^ v[i + 8] for i, one in enumerate(state)]

    def digest(self):
        state = self._mixed(self._state, self._rest.ljust(self.block_size, b'\0'), self._count + len(self._rest), True)
        return b''.join([one.to_bytes(self._word, 'little') for one in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = type(self)(digest_size=self.digest_size)
        made._state, made._count, made._rest = list(self._state), self._count, self._rest
        return made


class blake2b(_Blake2):
    """A BLAKE2b hash object, with a key, a salt and a person when wanted.

    >>> hashlib.blake2b(b'weft', digest_size=8).hexdigest()
    '9435354a6d7ebdbd'
    """

    __typename__ = '_blake2.blake2b'
    name = 'blake2b'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _word, _rounds, _turns = 8, 12, (32, 24, 16, 63)


class blake2s(_Blake2):
    """A BLAKE2s hash object, with a key, a salt and a person when wanted.

    >>> hashlib.blake2s(b'weft', digest_size=8).hexdigest()
    '4d8a1dc1b757f8cb'
    """

    __typename__ = '_blake2.blake2s'
    name = 'blake2s'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _word, _rounds, _turns = 4, 10, (16, 12, 8, 7)
