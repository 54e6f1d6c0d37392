s = 'abracadabra'
print(s.find('a'), s.find('a', 1), s.find('a', 1, 3), s.find('z'), s.find(''), s.find('', 5), s.find('', 20), s.find('abra', -4), s.find('bra', 2))
print(s.rfind('a'), s.rfind('a', 0, 5), s.rfind('z'), s.rfind(''), s.rfind('abra'), s.rfind('', 3, 5))
print(s.index('c'), s.rindex('b'), s.count('a'), s.count('abra'), s.count(''), s.count('a', 3), s.count('a', 3, 6), 'aaaa'.count('aa'), ''.count(''), s.count('', 20))
for f in (lambda: s.index('z'), lambda: s.rindex('z'), lambda: s.index('a', 11), lambda: s.find(1), lambda: s.count(None), lambda: s.find(), lambda: s.index('a', 'b')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(s.startswith('abra'), s.startswith('bra', 1), s.startswith(('x', 'ab')), s.startswith(''), s.startswith('abra', 7), s.startswith('a', 20), s.startswith('', 20), s.startswith(()))
print(s.endswith('bra'), s.endswith('cad', 0, 7), s.endswith(('x', 'ra')), s.endswith(''), s.endswith('abracadabraa'))
for f in (lambda: s.startswith(1), lambda: s.endswith([]), lambda: s.startswith(('a', 1)), lambda: s.startswith((1,))):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
u = 'naïve 中文 中文'
print(u.find('中'), u.rfind('中'), u.find('文', 8), u.count('中文'), u.index(' '), u.startswith('naï'), u.endswith('文', 0, 8))
print(s.find('a', None, None), s.find('b', -10, -1), s.find('ra', 2, 4), s.find('ra', 2, 3))
