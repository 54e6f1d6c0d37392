for c in 'aAßİıǅΣσς٣Ⅷ½ŉ中😀\u0301\t\n\x1c\x85\xa0\u2028\u200b_-':
    print(ascii(c), c.upper().encode(), c.lower().encode(), c.title().encode(), c.casefold().encode(), c.swapcase().encode(), c.isalpha(), c.isdigit(), c.isdecimal(), c.isnumeric(), c.isspace(), c.isprintable(), c.isidentifier(), c.isalnum(), c.isupper(), c.islower(), c.istitle(), len(c), len(c.encode()), repr(c).encode())
s = 'naïve café 😀 中文'
print(s.encode(), s[::-1].encode(), s.upper().encode(), s.find('é'), s.index('😀'), s.split(), s.title(), s.center(30, '中'), s.encode('utf-16-le')[:6], s.encode('ascii', 'xmlcharrefreplace'), s.encode('ascii', 'backslashreplace'), s.encode('latin-1', 'replace'), 'ΑΣ'.lower(), 'ﬁ'.upper(), 'ǆ'.title(), '\u0130'.lower().encode(), s.replace('é', 'e'), s.partition('😀'), 'é' in s, s.count(''), sorted(s), max(s), s.ljust(20, '*'), s < 'z', s.isascii(), hash(s) == hash(s + ''), s.rfind('中'), s.endswith('文'), s.strip('文n'), s.zfill(20), s.expandtabs(), list(s)[12], ord(s[-1]), s.translate({0xe9: 'E'}), [c for c in s if c > '\x7f'], '\u00e9' == 'e\u0301', s.casefold() == s.lower())
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
e('é'.encode, 'ascii'); e('a\udc80'.encode); e(b'\xe9'.decode); e(b'\xf0\x9f'.decode); e(b'\xed\xa0\x80'.decode); e(b'\xc0\x80'.decode); e(b'abc\xff'.decode, 'ascii'); e(b'\xff\xfe'.decode, 'utf-16'); e('é中'.encode, 'latin-1'); 
