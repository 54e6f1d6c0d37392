s = 'hello'
print(s, repr(s), len(s), s[0], s[-1], s[1:3], s[::-1], s + ' world', s * 2, 'e' in s, 'z' not in s, '' in s)
print("it's", 'say "hi"', 'both \' and "', "tab\tnl\\n", r'raw\n', 'a' 'b' "c")
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('\t\n\r\\\x00\x7f\x80\xa0é中\u200b\U0001f600\ud800'))
print('''multi
line "text"''', """other
'text'""")
print('a\
b', 'oct \101 hex \x41 uni \u0041 big \U00000041')
print('unknown \q \8 esc'.encode())
print(ord('a'), ord('中'), ord('\U0001f600'), chr(97), chr(0x4e2d), chr(128512), len('\U0001f600'), '中文'[1], 'é' == '\xe9')
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', 'Z' < 'a', 'é' > 'z', 'a' == 'a', 'a' != 'b')
print('abc' is not None, 3 * 'ab', 'ab' * 0, 'ab' * -1, '' * 5)
s += '!'
print(s)
for c in 'añ中😀':
    print(c, ord(c), repr(c), ascii(c))
for f in (lambda: 'abc'[3], lambda: 'abc'[-4], lambda: 'abc'['a'], lambda: 'abc'[1.0], lambda: 1 in 'abc', lambda: ord('ab'), lambda: ord(''), lambda: chr(-1), lambda: chr(0x110000), lambda: ord(5), lambda: chr('a'), lambda: 'abc'[None]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
