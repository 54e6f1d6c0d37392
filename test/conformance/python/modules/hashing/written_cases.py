# The digests that are written in DataWay, around the edges of their blocks.
import hashlib

for name in ('sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'):
    for n in (0, 1, 63, 64, 65, 128, 129, 136, 200):
        data = bytes(i * 7 % 256 for i in range(n))
        print(name, n, hashlib.new(name, data).hexdigest())
    h = getattr(hashlib, name)()
    print(h.name, h.digest_size, h.block_size)
    h.update(b'a' * 100)
    other = h.copy()
    other.update(b'b' * 100)
    print(h.hexdigest()[:16], other.hexdigest()[:16])
for name in ('shake_128', 'shake_256'):
    for n in (0, 1, 167, 168, 169, 400):
        print(name, n, hashlib.new(name, b'weft').hexdigest(n)[-32:])
for size in (1, 20, 32):
    print(hashlib.blake2b(b'x', digest_size=size).hexdigest(), hashlib.blake2s(b'x', digest_size=size).hexdigest())
print(hashlib.blake2b(b'x', key=b'key', salt=b'salt', person=b'who').hexdigest())
print(hashlib.blake2s(b'x', key=b'key', salt=b'salt', person=b'who').hexdigest())
for make in (lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(digest_size=0), lambda: hashlib.blake2b('text'),
             lambda: hashlib.sha3_256('text'), lambda: hashlib.blake2s(key=b'x' * 33)):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
