print(repr('  a b  '.strip()), repr('  a '.lstrip()), repr(' a  '.rstrip()), 'xxaxx'.strip('x'), 'xyaxy'.strip('yx'), 'xyaxy'.lstrip('xy'), 'xyaxy'.rstrip('xy'), repr(''.strip()), repr('   '.strip()))
print(repr('\t\n\r\x0b\x0c a\u3000\xa0'.strip()), 'abc'.strip(''), 'abc'.strip('abc'), 'abc'.strip(None), 'www.example.com'.strip('cmowz.'))
print('TestHook'.removeprefix('Test'), 'Test'.removeprefix('Hook'), 'MiscTests'.removesuffix('Tests'), 'Misc'.removesuffix('Tests'), 'aa'.removesuffix(''), 'aaa'.removeprefix('a'))
print('中文中'.strip('中'), 'éaé'.lstrip('é'))
for f in (lambda: 'a'.strip(1), lambda: 'a'.lstrip([]), lambda: 'a'.removeprefix(1), lambda: 'a'.removesuffix(None), lambda: 'a'.strip('a', 'b')):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
