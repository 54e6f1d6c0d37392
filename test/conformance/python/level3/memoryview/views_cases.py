def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# memoryview
m = memoryview(b'abcdef')
shown(lambda: (m[10]))
try:
    m[0] = 1
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (memoryview('a')))
shown(lambda: (memoryview(5)))
shown(lambda: (memoryview()))
b = bytearray(b'abcdef')
m = memoryview(b)
try:
    m[0] = 65; print(b)
except Exception as e:
    print(type(e).__name__, e)
try:
    m[1:3] = b'xy'; print(b)
except Exception as e:
    print(type(e).__name__, e)
try:
    m[1:3] = b'xyz'
except Exception as e:
    print(type(e).__name__, e)
try:
    m[0] = 256
except Exception as e:
    print(type(e).__name__, e)
try:
    m[0] = 'a'
except Exception as e:
    print(type(e).__name__, e)
try:
    m[0] = b'a'
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (m == b'Axydef', m == memoryview(b'a'), m[:2] == b'Ax', b'Ax' == m[:2]))
shown(lambda: (m[0]))
shown(lambda: (memoryview(b'abcd').cast('H').tolist(), memoryview(b'abcd').cast('I')[0], memoryview(b'abcd').cast('B', [2,2]).tolist(), memoryview(b'abcd').cast('b').tolist(), memoryview(b'abcd').cast('c')[0]))
shown(lambda: (memoryview(b'abc').cast('H')))
shown(lambda: (memoryview(b'abcd').cast('Z')))
shown(lambda: (97 in memoryview(b'abc'), list(memoryview(b'ab')), memoryview(b'ab') == memoryview(bytearray(b'ab')), hash(memoryview(b'a')) == hash(b'a'), list(reversed(memoryview(b'ab')))))
shown(lambda: (hash(memoryview(bytearray(b'a')))))
with memoryview(b'abc') as mm:
    print(mm[0])
shown(lambda: (mm[0]))
import array
a = array.array('i', [1,2,3])
m = memoryview(a)
shown(lambda: (m.format, m.itemsize, m.tolist(), m[1], m.nbytes, m.shape))
try:
    m[1] = 50; print(a)
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (m.cast('B').tolist(), m[1:].tolist()))
a = array.array('d', [1.5, 2.5])
shown(lambda: (memoryview(a).tolist(), memoryview(a).format, memoryview(a).cast('B').cast('d').tolist()))
shown(lambda: (memoryview(b'ab').cast('B', shape=[1,2]).shape, memoryview(b'abcd').cast('B', [2,2])[1,0]))
