def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# array
import array
from array import array as A
shown(lambda: (A('i'), A('i', [1,2]), A('b', b'abc'), A('u', 'abc'), A('d', [1.5]), A('f', [1.5]), A('Q', [2**63]), A('B', range(3)), array.typecodes))
shown(lambda: (A('x')))
shown(lambda: (A('i', 'abc')))
shown(lambda: (A('i', [1.5])))
shown(lambda: (A('b', [128])))
shown(lambda: (A('B', [-1])))
shown(lambda: (A('B', [256])))
shown(lambda: (A('i', [2**31])))
shown(lambda: (A('Q', [-1])))
shown(lambda: (A('i', ['a'])))
shown(lambda: (A()))
shown(lambda: (A('ii')))
shown(lambda: (A(1)))
a = A('i', [1,2,3])
shown(lambda: (a[0], a[-1], a[1:], a[::-1], len(a), a.itemsize, a.typecode, a.tolist(), a.tobytes(), 2 in a, a.index(2), a.count(1), a + A('i', [4]), a * 2, a == A('i', [1,2,3]), a < A('i', [2]), a == [1,2,3], list(a), a.buffer_info()[1]))
shown(lambda: (a + [1]))
shown(lambda: (a + A('b', [1])))
shown(lambda: (a[5]))
shown(lambda: (a['x']))
try:
    a[0] = 'x'
except Exception as e:
    print(type(e).__name__, e)
try:
    a[0] = 1.5
except Exception as e:
    print(type(e).__name__, e)
try:
    a[1:2] = A('i', [7,8]); print(a)
except Exception as e:
    print(type(e).__name__, e)
try:
    a[1:2] = [1]
except Exception as e:
    print(type(e).__name__, e)
try:
    a[1:2] = A('b', [1])
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (a.append(9), a.extend([1,2]), a.extend(A('i', [5])), a.insert(0, 0), a.pop(), a.pop(0), a.remove(9), a.reverse(), a))
shown(lambda: (a.extend(A('b', [1]))))
shown(lambda: (a.append('x')))
shown(lambda: (a.pop(100)))
shown(lambda: (a.index(100)))
shown(lambda: (a.remove(100)))
try:
    a += A('i', [1]); print(a)
except Exception as e:
    print(type(e).__name__, e)
try:
    a += [1]
except Exception as e:
    print(type(e).__name__, e)
try:
    a *= 2; print(a)
except Exception as e:
    print(type(e).__name__, e)
try:
    del a[0]; del a[::2]; print(a)
except Exception as e:
    print(type(e).__name__, e)
shown(lambda: (a.byteswap(), a, a.frombytes(b'\x01\0\0\0'), a.fromlist([5]), a))
shown(lambda: (a.frombytes(b'a')))
shown(lambda: (a.fromlist(['a'])))
shown(lambda: (a.fromlist(5)))
shown(lambda: (hash(a)))
shown(lambda: (repr(A('u')), str(A('d', [1,2])), A('i', (1,2)), A('i', iter([1])), A('b', bytearray(b'a'))))
import copy
shown(lambda: (copy.copy(a) == a, copy.deepcopy(a) is a, bool(A('i')), sorted(A('i', [3,1])), sum(A('i', [3,1]))))
shown(lambda: (type(a), isinstance(a, A), A.__name__, array.ArrayType is A))
