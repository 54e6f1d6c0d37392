import base64, hashlib, hmac, struct, urllib.parse, csv, html, binascii
print(base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.b16encode(b'\xab'), base64.b32encode(b'hi'), base64.b64decode(b'aGk='), base64.urlsafe_b64decode('__79'), base64.b64encode(b''))
print(hashlib.md5(b'a').hexdigest(), hashlib.sha1(b'a').hexdigest(), hashlib.sha256(b'a').hexdigest(), hashlib.sha512(b'').hexdigest()[:20], hashlib.sha256(b'abc').digest()[:4], hashlib.new('md5', b'x').hexdigest(), hmac.new(b'k', b'm', hashlib.sha256).hexdigest(), hmac.new(b'k', b'm', digestmod='md5').hexdigest(), hmac.compare_digest('a', 'a'))
h = hashlib.sha256(); h.update(b'a'); h.update(b'b'); print(h.hexdigest() == hashlib.sha256(b'ab').hexdigest(), h.name, h.digest_size, h.block_size)
print(struct.pack('>IhB', 1, -2, 255), struct.unpack('<H', b'\x01\x02'), struct.calcsize('>IhB'), struct.pack('<d', 1.5), struct.pack('4s', b'ab'), struct.unpack('>if', struct.pack('>if', 5, 0.5)), struct.pack('!q?', -1, True), struct.pack('<2H', 1, 2))
for f in (lambda: struct.pack('B', 256), lambda: struct.unpack('H', b'a'), lambda: struct.pack('z', 1), lambda: base64.b64decode('a'), lambda: struct.pack('H', 'a'), lambda: hashlib.md5('a'), lambda: hashlib.new('nope')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(urllib.parse.quote('a b/é?&='), urllib.parse.quote('a/b', safe=''), urllib.parse.unquote('a%20b%C3%A9'), urllib.parse.quote_plus('a b&c'), urllib.parse.unquote_plus('a+b'), urllib.parse.urlencode({'a': 1, 'b': 'x y', 'c': 'é'}), urllib.parse.urlencode({'a': [1, 2]}, doseq=True), urllib.parse.parse_qs('a=1&a=2&b='), urllib.parse.parse_qsl('a=1&b=2'), urllib.parse.urlparse('http://u:p@h:80/p;x?q=1#f'), urllib.parse.urljoin('http://a/b/c', '../d'))
u = urllib.parse.urlparse('https://example.com:8080/path?x=1'); print(u.scheme, u.netloc, u.hostname, u.port, u.path, u.query, u.fragment, u[0], u.geturl(), urllib.parse.urlsplit('//h/p').netloc, urllib.parse.urlunparse(('http', 'h', '/p', '', 'q', '')))
print(list(csv.reader(['a,b', '"x, y",z', '1,"q""q"'])), list(csv.reader(['a;b'], delimiter=';')), list(csv.DictReader(['k,v', '1,2'])), html.escape('<a href="x">&\'</a>'), html.unescape('&lt;&amp;&#39;&eacute;'), binascii.hexlify(b'ab'), binascii.unhexlify('6162'), binascii.crc32(b'hello'))
import io
o = io.StringIO(); w = csv.writer(o); w.writerow(['a', 'b,c', 1, None, 'q"q']); w.writerows([[1, 2]]); print(repr(o.getvalue()))
