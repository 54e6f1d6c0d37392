a = [1, [2, 3]]
b = a; c = a[:]; d = list(a); e = a.copy(); f = [*a]
a[0] = 'x'; a[1].append(4); a.append('new')
print(a, b, c, d, e, f, a is b, a is c, c == d == e == f, c[1] is a[1])
def mutate(l): l.append('m'); l = ['rebound']; return l
print(mutate(c), c); def_ = [[]] * 3; def_[0].append(1); print(def_); grid = [[0] * 3 for _ in range(2)]; grid[0][1] = 5; print(grid)
x = [1, 2, 3]; y = x; y += [4]; print(x); y = y + [5]; print(x, y); x[:] = []; print(x, y); z = [x, x]; x.append(0); print(z)
t = ([],) * 2; t[0].append(1); print(t); m = {'l': []}; n = dict(m); n['l'].append(1); print(m, n); s = [[1, 2], [3]]; flat = sum(s, []); flat[0] = 9; print(s, flat)
for i in x[:]: x.append(i + 1)
print(x); l = [1, 2, 3, 4, 5, 6]
for i in l[:]:
    if i % 2: l.remove(i)
print(l); l = l * 2 + [0]; l.sort(); print(l, l.count(0)); del l[l.index(4)]; print(l)
