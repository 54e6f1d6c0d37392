import binascii, hashlib, base64
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
e(binascii.hexlify, b'ab'); e(binascii.hexlify, b'abc', '-'); e(binascii.unhexlify, '6162'); e(binascii.unhexlify, '616'); e(binascii.unhexlify, 'zz'); e(binascii.b2a_base64, b'ab'); e(binascii.a2b_base64, 'YWI='); e(binascii.a2b_base64, 'YWI'); e(binascii.crc32, b'abc'); e(binascii.crc32, b'c', 5); e(binascii.hexlify, 'a'); e(binascii.b2a_base64, b'ab', newline=False); e(binascii.a2b_base64, 'A'); e(binascii.unhexlify, b'\xff\xff')
h = hashlib.sha256(b'abc'); h.update(b'd'); print(h.hexdigest(), h.digest()[:4], h.name, h.digest_size, h.block_size, h.copy().hexdigest() == h.hexdigest(), hashlib.md5(b'').hexdigest(), hashlib.sha1(b'a').hexdigest(), hashlib.new('sha512', b'a').hexdigest()[:10]); e(hashlib.new, 'foo'); e(hashlib.md5, 'a'); e(h.update, 'x'); e(hashlib.sha3_256, b'') if 0 else 0
e(base64.b64encode, b'ab'); e(base64.b64decode, 'YWI='); e(base64.b64decode, 'YWI'); e(base64.b64encode, 'a'); e(base64.b16encode, b'ab'); e(base64.b32encode, b'ab'); e(base64.urlsafe_b64encode, b'\xff\xfe')
