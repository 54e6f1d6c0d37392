import hashlib
import hmac

for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    h = getattr(hashlib, name)()
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
    h.update(b'hello ')
    c = h.copy()
    h.update(bytearray(b'world'))
    print(h.hexdigest(), c.hexdigest(), hashlib.new(name, b'x' * 1000).hexdigest(), h.digest()[:4])
    print(hmac.new(b'key', b'message', name).hexdigest(), hmac.new(b'k' * 200, b'm', getattr(hashlib, name)).hexdigest())
print(hmac.digest(b'key', b'msg', 'sha256'), hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
m = hmac.new(b'key', digestmod=hashlib.sha256)
m.update(b'part one')
n = m.copy()
m.update(b'part two')
print(m.hexdigest(), n.hexdigest(), m.name, m.digest_size, m.block_size, m.digest()[:3])
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 10).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 2, 5).hex())
for f in (lambda: hashlib.sha256('text'), lambda: hashlib.new('nope'), lambda: hashlib.md5(5), lambda: hmac.new('key', b'', 'sha256'), lambda: hmac.new(b'key', b'')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e)[:60])
