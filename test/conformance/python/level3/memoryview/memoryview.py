m=memoryview(b'abcdef')
print(m[0], bytes(m[1:3]), len(m), bytes(m[::2]), m.tolist(), m==b'abcdef', m[-1], 97 in m, list(m), m.readonly, m.nbytes, m.itemsize, m.format, m.shape, m.obj, m.tobytes(), m.hex())
b=bytearray(b'xyz'); mv=memoryview(b); mv[0]=65; print(b); mv[1:3]=b'QQ'; print(b)
for f in [lambda:m.__setitem__(0,1), lambda:m[10], lambda:m['a'], lambda:memoryview(1), lambda:memoryview('a'), lambda:mv.__setitem__(0,300), lambda:mv.__setitem__(slice(0,2),b'abc')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(b'x'+m[:1], bytearray(m), bytes(memoryview(b'')), m[1:]==b'bcdef', int.from_bytes(m[:2],'big'))
with memoryview(b'a') as q: print(q[0])
import array
a=array.array('i',[1,2,3]); ma=memoryview(a); ma[1]=9; print(a, ma[1], len(ma), ma.itemsize, ma.nbytes)
import struct; print(struct.unpack('<H',m[:2]))
