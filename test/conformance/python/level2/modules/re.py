import re
print(re.match(r'a(b)c', 'abcd').group(), re.match('b', 'abc'), re.search('b', 'abc').span(), re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)(\d)', 'a1b2'), re.sub(r'\d', '#', 'a1b2'), re.sub(r'(\w)=(\w)', r'\2=\1', 'a=b c=d'), re.split(r'[,;]\s*', 'a, b;c'), re.split('(,)', 'a,b'), re.fullmatch('a+', 'aaa').group(0), re.sub('a', lambda m: m.group().upper(), 'banana', count=2), re.subn('a', 'x', 'aaa'))
m = re.match(r'(?P<y>\d{4})-(?P<m>\d\d)(-(\d\d))?', '2024-05'); print(m.groups(), m.groupdict(), m['y'], m.group('m', 1), m.start('m'), m.end(), m.span(2), m.groups('dflt'), m.lastindex, m.lastgroup, m.re.pattern, m.string, m.pos, m.endpos, m[0])
p = re.compile(r'hello\s+(\w+)', re.IGNORECASE); print(p.match('HELLO World').group(1), p.pattern, p.groups, bool(p.search('say hello bob')), p.findall('hello a hello b'), [x.group(1) for x in p.finditer('hello a, hello b')], p)
print(re.findall(r'^\w+', 'a b\nc d', re.M), re.findall('a.c', 'a\nc abc', re.S), re.findall(r'''a  # comment
 b''', 'ab', re.X), re.escape('a.b*c'), re.findall(r'\bfoo\b', 'foo foobar foo'), re.findall(r'a{2,3}', 'aaaaa'), re.findall(r'a+?', 'aaa'), re.findall(r'(?:ab)+', 'ababx'), re.findall(r'[^abc\d]', 'a1xb-'), re.findall(r'x*', 'axb'), re.sub('x*', '-', 'abc'), re.split('x*', 'axbc'), re.match(r'(a)|(b)', 'b').groups(), re.findall('(?i)AB', 'abAB'), re.search('$', 'ab').span(), re.findall(r'a|ab', 'ab'), re.search(r'\Aab\Z', 'ab').group())
for pat in ('(', '[', '*', 'a**', '(?P<n', '\\', '(?P<1>a)', 'a{2,1}', ')', '[z-a]', '(?P<a>x)(?P<a>y)', '(?z)'):
    try: re.compile(pat); print(pat, 'ok')
    except re.error as e: print(repr(pat), e)
try: m.group(9)
except IndexError as e: print(e)
try: re.sub('(a)', r'\2', 'a')
except re.error as e: print(e)
print(re.findall(r'[\w.]+@[\w.]+', 'mail a.b@c.com and d@e.org'), re.sub(r'(?<!\d)\d{3}(?!\d)', 'N', '123 1234 567') if False else '', re.findall('é|中', 'é中x'), re.match('[一-龥]+', '中文x').group(), re.sub(r'\s+', ' ', 'a \t\n b'), re.match(r'\w+', 'naïve').end(), re.findall(rb'\d', b'a1b2'), re.sub('(?P<x>a)', r'[\g<x>\g<1>]', 'ba'))
print(re.search('c', 'abc').expand('x') , re.match('a', 'b') is None, repr(re.match('a', 'abc')), re.compile('a').sub('b', 'aa', 1), re.compile('b').match('abc', 1).span(), re.compile('a').search('banana', 2).start())
