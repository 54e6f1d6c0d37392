a = list(range(6))
a[1:3], a[0] = 'xy', 'z'; print(a)
a[len(a):] = [7]; print(a); a[:0] = [0]; print(a); a[-2:] = []; print(a)
b = a; b[:] = [1]; print(a is b, a); a = a + [2]; print(a is b, b)
m = [[1, 2], [3, 4]]; m[0][1], m[1][0] = m[1][0], m[0][1]; print(m)
d = {'l': [1, 2, 3]}; d['l'][1:] = 'q'; d['l'][0] += 5; print(d); d['x'] = d['y'] = []; d['x'].append(1); print(d['y'])
i = 0; l = [5, 6]; i, l[i] = 1, 9; print(i, l)
def f(): print('f', end=' '); return l
def g(): print('g', end=' '); return 0
f()[g()] = g(); print(l); f()[g()] += 1; print(l)
x = [1, 2, 3]; x[0], x[1], x[2] = x[2], x[0], x[1]; print(x); x *= 2; print(x); del x[::2]; print(x)
n = [0] * 3; n[1:2] = [8, 8, 8]; print(n); n[::2] = [1, 2, 3]; print(n)
s = 'hello'; print(s[1:-1], s[-3:], s[:-3], s[::2], s[::-1][1:3], s[10:], s[-10:2], s[2:2])
class S:
    def __setitem__(self, k, v): print(k, v)
    def __getitem__(self, k): return k
s = S(); s[1:2, ::3, ...] = 'v'; s[:] = 1; print(s[1:], s[1, 2:3]); s['a'] += 'b'
