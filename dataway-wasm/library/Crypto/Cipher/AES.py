# AES in the modes of pycryptodome that people meet.

import _aes

MODE_ECB = 1
MODE_CBC = 2
MODE_CFB = 3
MODE_OFB = 5
MODE_CTR = 6
MODE_GCM = 11
block_size = 16
key_size = (16, 24, 32)


def _random(n):
    import random
    return random.randbytes(n)


def _xor(a, b):
    n = len(a)
    return (int.from_bytes(a, 'big') ^ int.from_bytes(b[:n], 'big')).to_bytes(n, 'big')


class _Cipher:
    block_size = 16

    def __init__(self, key, mode):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('Object type %s cannot be passed to C code' % type(key))
        if len(key) not in key_size:
            raise ValueError('Incorrect AES key length (%d bytes)' % len(key))
        self._key = bytes(key)
        self.mode = mode
        self._used = ''

    def _use(self, way):
        if self._used not in ('', way):
            raise TypeError('%s() cannot be called after %s()' % (way, self._used))
        self._used = way

    def _block(self, block):
        return _aes.blocks(self._key, block, False, None)


class _Ecb(_Cipher):
    def _run(self, data, decrypt):
        if len(data) % 16:
            raise ValueError('Data must be aligned to block boundary in ECB mode')
        return _aes.blocks(self._key, bytes(data), decrypt, None)

    def encrypt(self, plaintext):
        return self._run(plaintext, False)

    def decrypt(self, ciphertext):
        return self._run(ciphertext, True)


class _Cbc(_Cipher):
    def __init__(self, key, mode, iv):
        _Cipher.__init__(self, key, mode)
        self.iv = self.IV = _random(16) if iv is None else bytes(iv)
        if len(self.iv) != 16:
            raise ValueError('Incorrect IV length (it must be 16 bytes long)')
        self._chain = self.iv

    def encrypt(self, plaintext):
        self._use('encrypt')
        if len(plaintext) % 16:
            raise ValueError('Data must be padded to 16 byte boundary in CBC mode')
        out = _aes.blocks(self._key, bytes(plaintext), False, self._chain)
        if out:
            self._chain = out[-16:]
        return out

    def decrypt(self, ciphertext):
        self._use('decrypt')
        if len(ciphertext) % 16:
            raise ValueError('Data must be padded to 16 byte boundary in CBC mode')
        out = _aes.blocks(self._key, bytes(ciphertext), True, self._chain)
        if out:
            self._chain = bytes(ciphertext[-16:])
        return out


class _Stream(_Cipher):
    """Modes that mask the data with a stream of bytes from _more()."""

    def _start(self):
        self._rest = b''

    def _mask(self, data):
        parts = [self._rest]
        have = len(self._rest)
        while have < len(data):
            more = self._more(len(data) - have)
            parts.append(more)
            have += len(more)
        stream = b''.join(parts)
        self._rest = stream[len(data):]
        return _xor(bytes(data), stream) if data else b''

    def encrypt(self, plaintext):
        self._use('encrypt')
        return self._mask(plaintext)

    def decrypt(self, ciphertext):
        self._use('decrypt')
        return self._mask(ciphertext)


class _Ctr(_Stream):
    def __init__(self, key, mode, nonce, initial_value, counter=None):
        _Cipher.__init__(self, key, mode)
        self.nonce = _random(8) if nonce is None else bytes(nonce)
        if len(self.nonce) > 15:
            raise ValueError('Nonce is too long')
        self._width = 16 - len(self.nonce)
        if isinstance(initial_value, (bytes, bytearray)):
            if len(initial_value) != self._width:
                raise ValueError('Incorrect length for counter byte string (%d bytes, expected %d)' % (len(initial_value), self._width))
            initial_value = int.from_bytes(initial_value, 'big')
        self._count = initial_value or 0
        self._start()

    def _more(self, wanted):
        blocks = []
        for _ in range((wanted + 15) // 16):
            blocks.append(self.nonce + (self._count % (1 << 8 * self._width)).to_bytes(self._width, 'big'))
            self._count += 1
        return self._block(b''.join(blocks))


class _Ofb(_Stream):
    def __init__(self, key, mode, iv):
        _Cipher.__init__(self, key, mode)
        self.iv = self.IV = _random(16) if iv is None else bytes(iv)
        if len(self.iv) != 16:
            raise ValueError('Incorrect IV length (it must be 16 bytes long)')
        self._last = self.iv
        self._start()

    def _more(self, wanted):
        self._last = self._block(self._last)
        return self._last


class _Cfb(_Cipher):
    def __init__(self, key, mode, iv, segment_size):
        _Cipher.__init__(self, key, mode)
        self.iv = self.IV = _random(16) if iv is None else bytes(iv)
        if len(self.iv) != 16:
            raise ValueError('Incorrect IV length (it must be 16 bytes long)')
        self._step, rest = divmod(segment_size, 8)
        if rest or not self._step:
            raise ValueError("'segment_size' must be positive and multiple of 8 bits")
        self._register = self.iv

    def _run(self, data, decrypt):
        if len(data) % self._step and self._step != 1:
            raise ValueError("Data must be a multiple of the segment size")
        out = []
        for at in range(0, len(data), self._step):
            part = bytes(data[at:at + self._step])
            made = _xor(part, self._block(self._register))
            out.append(made)
            self._register = (self._register + (part if decrypt else made))[-16:]
        return b''.join(out)

    def encrypt(self, plaintext):
        self._use('encrypt')
        return self._run(plaintext, False)

    def decrypt(self, ciphertext):
        self._use('decrypt')
        return self._run(ciphertext, True)


class _Gcm(_Stream):
    def __init__(self, key, mode, nonce, mac_len):
        _Cipher.__init__(self, key, mode)
        self.nonce = _random(16) if nonce is None else bytes(nonce)
        self._mac_len = mac_len
        self._h = int.from_bytes(self._block(bytes(16)), 'big')
        if len(self.nonce) == 12:
            self._first = self.nonce + b'\0\0\0\1'
        else:
            padded = self.nonce + bytes(-len(self.nonce) % 16) + (8 * len(self.nonce)).to_bytes(16, 'big')
            self._first = self._hash(padded)
        self._count = int.from_bytes(self._first[12:], 'big')
        self._header = b''
        self._text = b''
        self._start()

    def _hash(self, data):
        y = 0
        h = self._h
        for at in range(0, len(data), 16):
            y ^= int.from_bytes(data[at:at + 16], 'big')
            z = 0
            v = h
            for bit in range(127, -1, -1):
                if y >> bit & 1:
                    z ^= v
                v = v >> 1 ^ 0xE1000000000000000000000000000000 if v & 1 else v >> 1
            y = z
        return y.to_bytes(16, 'big')

    def _more(self, wanted):
        blocks = []
        for _ in range((wanted + 15) // 16):
            self._count = (self._count + 1) & 0xFFFFFFFF
            blocks.append(self._first[:12] + self._count.to_bytes(4, 'big'))
        return self._block(b''.join(blocks))

    def update(self, assoc_data):
        self._header += bytes(assoc_data)
        return self

    def encrypt(self, plaintext):
        self._use('encrypt')
        made = self._mask(plaintext)
        self._text += made
        return made

    def decrypt(self, ciphertext):
        self._use('decrypt')
        self._text += bytes(ciphertext)
        return self._mask(ciphertext)

    def digest(self):
        a = self._header
        c = self._text
        data = a + bytes(-len(a) % 16) + c + bytes(-len(c) % 16) + (8 * len(a)).to_bytes(8, 'big') + (8 * len(c)).to_bytes(8, 'big')
        return _xor(self._hash(data), self._block(self._first))[:self._mac_len]

    def hexdigest(self):
        return self.digest().hex()

    def verify(self, received_mac_tag):
        if self.digest() != bytes(received_mac_tag):
            raise ValueError('MAC check failed')

    def encrypt_and_digest(self, plaintext):
        return self.encrypt(plaintext), self.digest()

    def decrypt_and_verify(self, ciphertext, received_mac_tag):
        plain = self.decrypt(ciphertext)
        self.verify(received_mac_tag)
        return plain


def new(key, mode, *args, **kwargs):
    """An AES cipher: `new(key, AES.MODE_CBC, iv=…)`; it has `encrypt` and `decrypt`."""
    iv = args[0] if args else kwargs.get('iv', kwargs.get('IV'))
    if mode == MODE_ECB:
        return _Ecb(key, mode)
    if mode == MODE_CBC:
        return _Cbc(key, mode, iv)
    if mode == MODE_CTR:
        return _Ctr(key, mode, args[0] if args else kwargs.get('nonce'), kwargs.get('initial_value', 0))
    if mode == MODE_OFB:
        return _Ofb(key, mode, iv)
    if mode == MODE_CFB:
        return _Cfb(key, mode, iv, kwargs.get('segment_size', 8))
    if mode == MODE_GCM:
        return _Gcm(key, mode, args[0] if args else kwargs.get('nonce'), kwargs.get('mac_len', 16))
    raise ValueError('Mode not supported')
