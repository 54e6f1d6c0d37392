from collections import OrderedDict, defaultdict
class LRU(OrderedDict):
    def __getitem__(self, k):
        v = super().__getitem__(k); self.move_to_end(k); return v
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self) > 2: del self[next(iter(self))]
l = LRU(); l['a'] = 1; l['b'] = 2; l['a']; l['c'] = 3
print(list(l.items()), l)
o = OrderedDict(); o['s'] = o; print(o)
d = defaultdict(list); d['x'].append(d); print(d)
d = defaultdict(None, a=1); print(d)
import html
for t in ['&notit;', '&lt', '&ltx', '&amp;amp;', '&#65', '&#x41g', '&#xZ', '&copy2024', '&nope;', '&', '&&lt;', '&eacute;', '&eacuteb', '&hellip', '&#128;', '&#0;', '&#1114112;', '&ampx;']: print(t, repr(html.unescape(t)))
import binascii, base64, hashlib
from array import array
m = memoryview(b'abc')
print(binascii.hexlify(m), base64.b64encode(m), base64.b64decode(memoryview(b'YWJj')), hashlib.md5(m).hexdigest(), binascii.crc32(array('B', [97])), base64.a85encode(b'\0\0\0\0abc'), base64.a85decode(b'z@:E^'), base64.a85encode(b'abc', adobe=True))
for d in [b'', b'a b ', b'x' * 100, b'a=b\n', b'\xff\x00', b'tab\t\n']: print(binascii.b2a_qp(d), binascii.a2b_qp(binascii.b2a_qp(d)) == d, binascii.b2a_uu(d[:45]), binascii.a2b_uu(binascii.b2a_uu(d[:45])) == d[:45], binascii.crc_hqx(d, 0))
class Missing(dict):
    def __missing__(self, key): return 'missing ' + key
    def __getitem__(self, key): return super().__getitem__(key)
print(Missing()['a'], Missing(a=1)['a'], dict.__getitem__(Missing(), 'q'))
def shown(make):
    try: print(repr(make())[:60])
    except Exception as e: print(type(e).__name__, e)
shown(lambda: [1] * 10**15)
shown(lambda: 'a' * 10**15)
shown(lambda: (1,) * 2**62)
shown(lambda: [] * 10**15)
shown(lambda: [1] * 10**20)
shown(lambda: 1 << 10**15)
shown(lambda: 1 << 10**20)
class Three:
    def __eq__(self, other): return other == 3
shown(lambda: range(5).index(Three()))
shown(lambda: range(2).index(Three()))
import weakref
class A: n = 5
a = A()
r = weakref.ref(a)
print(r() is a, weakref.ref(a) is r, r == weakref.ref(a), weakref.proxy(a).n)
shown(lambda: weakref.ref(5))
