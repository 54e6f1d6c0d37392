s = ''
for i in range(10): s += str(i)
print(s, s == ''.join(map(str, range(10))))
t = s
t += 'x'
print(s, t, s is t)
def build(n):
    out = ''
    for i in range(n):
        if i: out += ','
        out += chr(ord('a') + i % 26) * (i % 3)
    return out
print(build(12))
a = b = 'same'
a += '!'
print(a, b)
parts = []
for w in 'one two three'.split():
    parts.append(w.capitalize())
print(''.join(parts), ' '.join(parts)[4:9], len(''.join(parts) * 100))
d = {'k': 'v'}
d['k'] += 'w'; d['k'] *= 2
print(d)
l = ['a']
l[0] += 'b'
print(l)
print('ab' 'cd' + 'ef' * 2, ('a' + 'b') * 2, 'a' * 3 + 'b', -1 * 'x' + 'y')
x = 'é' * 70; x += 'z'; print(len(x), x[69:], x[::35], x.index('z'))
