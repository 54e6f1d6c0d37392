import re

m = re.match(r'(\w+) (\w+)', 'Isaac Newton, physicist')
print(m, m.group(), m.group(0), m.group(1, 2), m[2], m.groups(), m.span(), m.span(2), m.start(1), m.end(), m.lastindex, m.lastgroup)
print(m.string, m.pos, m.endpos, m.re, m.regs, m.groupdict(), m.expand(r'\2 \1'))
m = re.match(r'(?P<first>\w+) (?P<last>\w+)(?P<more>x)?', 'Malcolm Reynolds')
print(m.groupdict(), m.groupdict('-'), m['first'], m.group('last'), m.lastgroup, m.groups(), m.groups(0), m.expand(r'\g<last>, \g<1>'))
print(re.search('c', 'abcdef'), re.match('c', 'abcdef'), re.fullmatch('a.c', 'abc'), re.fullmatch('a', 'ab'))
print(re.findall(r'\d+', 'a1b22c333'), re.findall(r'(\w)=(\d)', 'a=1,b=2'), re.findall(r'(a)|b', 'ab'), re.findall('', 'abc'), re.findall('x*', 'axb'))
print([m.span() for m in re.finditer(r'\w+', 'one two  three')])
print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'Words, words.'), re.split(r'\W+', 'a b c d', maxsplit=2), re.split('x*', 'axbc'))
print(re.split('[a-f]+', '0a3B9', flags=re.IGNORECASE), re.split(r'(-)|,', 'a-b,c'))
print(re.sub(r'\d', '#', 'a1b2'), re.sub('x*', '-', 'abxd'), re.sub('a', 'b', 'aaaa', count=2), re.subn('a', 'b', 'banana'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'(?P<n>\d+)', r'<\g<n>>', 'a12'), re.sub('.', lambda m: m.group().upper() * 2, 'abc'))
print(re.sub(r'(a)(b)?', r'[\1|\2]', 'abaa'), re.sub('a', r'\n\t\\', 'xax').encode(), re.sub('b', r'\g<0>\g<0>', 'abc'))
p = re.compile(r'^(\w+)\s*=\s*(.*)$', re.M | re.I)
print(p, p.pattern, p.flags, p.groups, p.groupindex, [m.groups() for m in p.finditer('a = 1\nb=2')])
print(repr(re.I), re.I | re.M, re.compile('a', re.S | re.X), re.compile(b'a'), re.compile('a', re.A), re.compile('(?i)a').flags)
print(re.escape('a.b*c[d]-e f\n'), re.escape(b'a+b'), re.match(re.escape('1+1=2'), '1+1=2').group())
print(re.search(r'\bfoo\b', 'a foo b').start(), re.search(r'\Bo\B', 'fooo').start(), re.findall(r'(?<=\$)\d+', 'cost $15 or $20'), re.findall(r'\w+(?=:)', 'a: b c:'))
print(re.findall(r'(?i:A)b', 'ab Ab aB'), re.match(r'a{2,3}?', 'aaaa').group(), re.match(r'a{2,3}', 'aaaa').group(), re.match(r'(?:ab)+', 'ababa').group())
print(re.match('.*', 'a\nb').group(), re.match('.*', 'a\nb', re.S).group(), re.findall('^.', 'a\nb', re.M), re.findall('.$', 'a\nb\n'))
print(re.compile(r'''
    (\d+)   # number
    \s*
    ([a-z]+)  # unit
''', re.X).match('12 kg').groups())
print(p.search('x = y', 2), re.compile('b').match('abc', 1), re.compile('^b').match('abc', 1), re.compile('c$').search('abcd', 0, 3))
print(re.findall(b'[a-z]+', b'ab1cd'), re.sub(b'a', b'<\\g<0>>', b'banana'), re.split(b',', b'a,b'), re.match(b'(.)', b'\xff').group(1))
print(re.findall(r'\w+', 'naïve café 日本語 x_1'), re.findall(r'\w+', 'naïve', re.A), re.search('É', 'é', re.I), re.findall(r'\d', '1٣'), re.match('日(.)', '日本').span(1))
print(bool(re.match('a|b', 'b')), bool(re.match('(a|b)*c', 'ababc')), re.match('(a)|b', 'b').group(1), re.match('(a*)*', 'aab').groups())
for f in (lambda: re.compile('('), lambda: re.compile('a\n(b'), lambda: re.compile('[z-a]'), lambda: re.match('a', 5), lambda: re.match('a', b'a'),
          lambda: re.match(b'a', 'a'), lambda: re.compile(5), lambda: m.group(9), lambda: m.group('zz'), lambda: m['nope'], lambda: re.sub('a', r'\9', 'a'),
          lambda: re.sub('a', r'\g<x>', 'a'), lambda: re.sub('a', r'\q', 'a'), lambda: re.compile(re.compile('a'), re.I), lambda: re.compile('*'),
          lambda: re.compile('a', re.L), lambda: re.sub('a', '\\', 'a'), lambda: re.sub('a', 5, 'a')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    re.compile('ab(c')
except re.error as e:
    print(e.msg, e.pattern, e.pos, e.lineno, e.colno, str(e), e.args)
print(re.compile('a') == re.compile('a'), re.compile('a') is re.compile('a'), len({re.compile('a'), re.compile('a')}), isinstance(p, re.Pattern), isinstance(m, re.Match))
print(re.sub(r'\s+', ' ', '  lots   of\tspace \n'), re.sub('(?<!^)(?=[A-Z])', '_', 'camelCaseName').lower(), re.sub(r'[^\w]', '', 'a-b_c!'))
print(re.match(r'^[\w.+-]+@[\w-]+\.[\w.-]+$', 'john.doe+x@example.co.uk') is not None, re.findall(r'"([^"\\]*(?:\\.[^"\\]*)*)"', r'a "b" "c\"d"'))
print([(m.lastindex, m.group()) for m in re.finditer(r'(a)|(b)|(c(d))', 'abcd')], re.match('((a)(b))', 'ab').lastindex)
