it = iter('añ中')
print(next(it), next(it), next(it), next(it, 'end'))
print(list('abc'), tuple('héllo'), set('aab') == {'a', 'b'}, sorted('hello'), list(reversed('abc')), ''.join(reversed('añ中')), list(enumerate('ab')), list(zip('ab', 'cd')), max('hello'), min('hello'), dict(zip('ab', [1, 2])))
a, b, *c = 'hello'
print(a, b, c)
print([c.upper() for c in 'abc' if c != 'b'], {c: ord(c) for c in 'ab'}, any(c.isdigit() for c in 'a1'), all(c.isalpha() for c in 'a1'))
print('b' in 'abc', 'bc' in 'abc', 'ac' in 'abc', '中' in 'a中', 'abc'.__contains__('z'))
big = 'x中' * 1000
print(len(big), big[999], big[1000], big[-1], big.count('中'), big.find('中', 1500), big[500:510], hash(big) == hash('x中' * 1000))
t = ''
for i in range(200):
    t += chr(97 + i % 26) + ('é' if i % 7 == 0 else '')
print(len(t), t[50:70], t[-5:])
print(list(map(ord, 'aé中😀')), [len(w) for w in 'the quick brown fox'.split()])
