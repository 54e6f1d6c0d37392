print('abc'.encode(), 'é中😀'.encode(), 'é'.encode('latin-1'), 'abc'.encode('ascii'), 'é'.encode('ascii', 'ignore'), 'é中'.encode('ascii', 'replace'), 'é中'.encode('ascii', 'xmlcharrefreplace'), 'é中😀'.encode('ascii', 'backslashreplace'), 'a'.encode(encoding='utf-8', errors='strict'))
print('a中'.encode('utf-16-le'), 'a'.encode('utf-16-be'), 'a'.encode('utf-16'), 'a'.encode('utf-32-le'), 'a'.encode('UTF8'), 'a'.encode('U8'), 'é'.encode('iso-8859-1'))
for f in (lambda: 'é'.encode('ascii'), lambda: '中'.encode('latin-1'), lambda: 'a\ud800'.encode(), lambda: 'a'.encode('nope'), lambda: 'aé中b'.encode('ascii'), lambda: 'é'.encode('ascii', 'nope')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b'abc'.decode(), b'\xc3\xa9'.decode('utf-8'), b'\xe9'.decode('latin-1'), b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('utf-8', 'ignore'), b'a\xffb'.decode('utf-8', 'backslashreplace'), repr(b'a\xff'.decode('utf-8', 'surrogateescape')), b'\xff\xfea\x00'.decode('utf-16'))
for b in (b'\xff', b'a\xc3', b'\xc3(', b'\xe4\xb8', b'\xf0\x9f\x98', b'\xed\xa0\x80', b'ab\x80', b'\xc0\x80', b'\xf8\x88'):
    try:
        print(b.decode())
    except UnicodeDecodeError as e:
        print('UnicodeDecodeError', e)
    print(ascii(b.decode('utf-8', 'replace')))
try:
    b'\x80'.decode('ascii')
except UnicodeDecodeError as e:
    print(e, e.start, e.end, e.encoding, e.reason, e.object)
try:
    'xé'.encode('ascii')
except UnicodeEncodeError as e:
    print(e, e.start, e.end, e.encoding, e.reason, e.object)
