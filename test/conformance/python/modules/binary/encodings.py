import base64
import binascii

for data in (b'', b'a', b'ab', b'abc', b'abcd', bytes(range(256)), 'é日'.encode()):
    print(base64.b64encode(data)[:60], base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64encode(data)[:60], base64.b32encode(data)[:60], base64.b16encode(data)[:60])
    print(base64.b32decode(base64.b32encode(data)) == data, base64.b16decode(base64.b16encode(data)) == data, base64.b85encode(data)[:60], base64.b85decode(base64.b85encode(data)) == data)
    print(binascii.hexlify(data)[:40], binascii.unhexlify(binascii.hexlify(data)) == data, binascii.crc32(data), base64.encodebytes(data)[:80])
print(base64.b64decode('aGk='), base64.b64decode(b'aG k\n='), base64.urlsafe_b64decode('-_-_'), base64.b64encode(b'\xfb\xff', b'-_'), base64.b64decode('-_8=', '-_'), base64.decodebytes(b'aGk=\n'))
print(binascii.b2a_base64(b'hi'), binascii.a2b_base64('aGk='), binascii.hexlify(b'abc', '-'), base64.standard_b64encode(b'x'), base64.b32decode('mfra====', casefold=True), base64.b32hexencode(b'abc'))
for f in (lambda: base64.b64encode('text'), lambda: base64.b64decode('abc'), lambda: base64.b64decode('a'), lambda: base64.b64decode('a$b=', validate=True), lambda: base64.b64decode('é'),
          lambda: base64.b64decode('abcde'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b32decode('a'), lambda: base64.b16decode('zz'),
          lambda: base64.b64decode('ab=c', validate=True), lambda: base64.b64decode('=abc', validate=True), lambda: base64.b64decode('abcd=', validate=True), lambda: base64.b64decode(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(issubclass(binascii.Error, ValueError))
