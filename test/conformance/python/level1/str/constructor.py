print(repr(str()), str(1), str(1.0), str(None), str([1, 'a']), str({'a': 1}), str(b'ab'), str('x'), str((1,)), str(True), str(object=5))
print(str(b'caf\xc3\xa9', 'utf-8'), str(b'abc', encoding='ascii'), str(b'a\xff', 'utf-8', 'replace'), str(b'a\xff', 'utf-8', errors='ignore'), str(bytearray(b'x'), 'latin-1'))
for f in (lambda: str(b'\xff', 'utf-8'), lambda: str('a', 'utf-8'), lambda: str(1, 'utf-8'), lambda: str(b'\x80', 'ascii'), lambda: str(b'a', 'nope'), lambda: str(1, 2, 3, 4)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(int.__str__(5), str.__len__('abc'), 'abc'.__len__(), 'abc'.__contains__('b'), 'a'.__add__('b'), 'ab'.__mul__(2), 'abc'.__getitem__(1), 'a'.__eq__('a'), 'a'.__eq__(1), 'a'.__lt__('b'), 'a'.__hash__() == hash('a'))
print(str.upper('abc'), str.join(',', ['a', 'b']), list(map(str.strip, [' a ', 'b '])), list(map(str, [1, 2.5, None])), sorted(['b', 'A'], key=str.lower))
try:
    str.upper(1)
except TypeError as e:
    print(e)
try:
    str.upper()
except TypeError as e:
    print(e)
try:
    'abc'.foo()
except AttributeError as e:
    print(e)
