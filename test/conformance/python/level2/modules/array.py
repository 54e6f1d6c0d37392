from array import array
a = array('i', [1, 2, 3]); a.append(4); print(a, a[0], a[-1], len(a), a[1:3], list(a), a.typecode, a.itemsize, sum(a), 2 in a, a == array('i', [1, 2, 3, 4])); a[0] = 9; a.extend([5, 6]); print(a, a.pop(), a.index(9), a.tolist()); print(array('d', [1.5]), array('b'), array('B', b'ab'))
try: array('B', [256])
except OverflowError as e: print('OverflowError', e)
try: array('i', ['a'])
except TypeError as e: print('TypeError', e)
