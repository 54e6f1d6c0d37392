# SHA-3 and SHAKE (FIPS 202), for hashlib.

_MASK = 0xFFFFFFFFFFFFFFFF
_ROUND = (0x1, 0x8082, 0x800000000000808a, 0x8000000080008000, 0x808b, 0x80000001, 0x8000000080008081, 0x8000000000008009,
          0x8a, 0x88, 0x80008009, 0x8000000a, 0x8000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
          0x8000000000008002, 0x8000000000000080, 0x800a, 0x800000008000000a, 0x8000000080008081, 0x8000000000008080,
          0x80000001, 0x8000000080008008)
# Where each lane goes and how far it turns on the way.
_PATH = ((10, 1), (7, 3), (11, 6), (17, 10), (18, 15), (3, 21), (5, 28), (16, 36), (8, 45), (21, 55), (24, 2), (4, 14),
         (15, 27), (23, 41), (19, 56), (13, 8), (12, 25), (2, 43), (20, 62), (14, 18), (22, 39), (9, 61), (6, 20), (1, 44))


def _permute(a):
    for constant in _ROUND:
        c = [a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20] for x in range(5)]
        for x in range(5):
            one = c[(x + 1) % 5]
            d = c[x - 1] ^ (one << 1 & _MASK | one >> 63)
            for y in range(x, 25, 5):
                a[y] ^= d
        moving = a[1]
        for to, turn in _PATH:
            a[to], moving = moving << turn & _MASK | moving >> 64 - turn, a[to]
        for y in range(0, 25, 5):
            row = a[y:y + 5]
            for x in range(5):
                a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5])
        a[0] ^= constant


class Keccak:
    def __init__(self, name, size, rate, mark, data):
        self.name, self.digest_size, self.block_size = name, size, rate
        self._mark = mark
        self._lanes = [0] * 25
        self._rest = b''
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = self._rest + bytes(memoryview(data))
        rate = self.block_size
        whole = len(data) - len(data) % rate
        for at in range(0, whole, rate):
            self._absorb(self._lanes, data[at:at + rate])
        self._rest = data[whole:]

    @staticmethod
    def _absorb(lanes, block):
        for i in range(0, len(block), 8):
            lanes[i >> 3] ^= int.from_bytes(block[i:i + 8], 'little')
        _permute(lanes)

    def _finish(self, size):
        rate = self.block_size
        lanes = list(self._lanes)
        block = bytearray(self._rest.ljust(rate, b'\0'))
        block[len(self._rest)] ^= self._mark
        block[-1] ^= 0x80
        self._absorb(lanes, bytes(block))
        made = b''
        while True:
            made += b''.join([lane.to_bytes(8, 'little') for lane in lanes[:rate >> 3]])
            if len(made) >= size:
                return made[:size]
            _permute(lanes)

    def digest(self):
        return self._finish(self.digest_size)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = type(self)(self.name, self.digest_size, self.block_size, self._mark, b'')
        made._lanes, made._rest = list(self._lanes), self._rest
        return made


class Shake(Keccak):
    def digest(self, length, /):
        if length < 0:
            raise ValueError('value must be positive')
        return self._finish(length)

    def hexdigest(self, length, /):
        return self.digest(length).hex()
