d = {'a': 1}; l = [1]; s = 'abc'; t = (1,); n = None; i = 5; f = 1.5
def fn(): pass
class C:
    def m(self): pass
c = C()
def run(cases):
    for case in cases:
        try: print(case())
        except Exception as e: print(type(e).__name__ + ':', e)
run([lambda: d['zz'], lambda: d[1, 2], lambda: l[5], lambda: l['a'], lambda: s[10], lambda: s['a'], lambda: t[3], lambda: t['x'], lambda: n[0], lambda: i[0], lambda: fn[0], lambda: C[0], lambda: c[0], lambda: f[1]])
run([lambda: n.foo, lambda: i.foo, lambda: s.foo, lambda: l.foo, lambda: d.foo, lambda: fn.foo, lambda: C.foo, lambda: c.foo, lambda: c.m.foo, lambda: f.foo, lambda: t.foo, lambda: b''.foo, lambda: {1}.foo, lambda: range(1).foo, lambda: True.foo, lambda: (lambda: 0).foo, lambda: int.foo, lambda: len.foo, lambda: ValueError.foo, lambda: ValueError().foo, lambda: (x for x in []).foo])
run([lambda: n(), lambda: i(), lambda: s(), lambda: l(), lambda: d(), lambda: c(), lambda: t(), lambda: f(), lambda: ...(), lambda: (1)(2)])
run([lambda: iter(i), lambda: [x for x in i], lambda: list(n), lambda: tuple(f), lambda: set(1), lambda: dict(1), lambda: sum(1), lambda: sorted(n), lambda: ','.join(1), lambda: min(1), lambda: [*i], lambda: {*n}, lambda: {**l}, lambda: print(*i), lambda: print(**l), lambda: next(l), lambda: len(i), lambda: len(c), lambda: reversed(d.get), lambda: enumerate(i), lambda: zip(i), lambda: map(i), lambda: 1 in 5, lambda: 'a' in n, lambda: c in c])
run([lambda: i < s, lambda: s > i, lambda: n < n, lambda: l < t, lambda: d < d, lambda: c < c, lambda: c >= 1, lambda: {1} < [1], lambda: fn < fn, lambda: C < C, lambda: f <= s, lambda: s >= b'a', lambda: 1 < n])
run([lambda: i + s, lambda: s + i, lambda: l + t, lambda: c + c, lambda: c + 1, lambda: 1 + c, lambda: n + n, lambda: d + d, lambda: fn * 2, lambda: s - s, lambda: s % 5, lambda: -s, lambda: ~f, lambda: +l, lambda: s * s, lambda: l * l, lambda: l * f, lambda: C + C, lambda: i @ i, lambda: i // s, lambda: i << f, lambda: d | l, lambda: d & d, lambda: i | s, lambda: not_defined, lambda: c - 1, lambda: -c, lambda: ~c, lambda: abs(c), lambda: i ** s])
run([lambda: int('a'), lambda: int('1.5'), lambda: float('x'), lambda: int(n), lambda: float(l), lambda: int(''), lambda: chr(-1), lambda: ord('ab'), lambda: bytes([300]), lambda: 'x'.join([1]), lambda: 'abc'.index('z'), lambda: [1].index(2), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: [1].remove(5), lambda: hash([]), lambda: {[]: 1}, lambda: {l}, lambda: round('a'), lambda: 'a'.encode('x'), lambda: '{}'.format(), lambda: '%d' % 'x', lambda: 1 / 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1 // 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: 2 ** 'a', lambda: isinstance(1, 1), lambda: slice(1)[0], lambda: [1, 2, 3][::0]])
def assign(k):
    global s, t, n, i, c
    if k == 0: s[0] = 'x'
    if k == 1: t[0] = 1
    if k == 2: n[0] = 1
    if k == 3: i[0] = 1
    if k == 4: l[9] = 1
    if k == 5: l['a'] = 1
    if k == 6: d[[]] = 1
    if k == 7: n.x = 1
    if k == 8: i.x = 1
    if k == 9: s.x = 1
    if k == 10: c[0] = 1
    if k == 11: fn[0] = 1
    if k == 12: del s[0]
    if k == 13: del t[0]
    if k == 14: del n[0]
    if k == 15: del d['q']
    if k == 16: del l[5]
    if k == 17: del c[0]
    if k == 18: del c.zz
    if k == 19: del i.real
    if k == 20: l.x = 1
    if k == 21: int.x = 1
    if k == 22: a, b = 1
    if k == 23: a, b = 1, 2, 3
    if k == 24: a, b = [1]
    if k == 25: l[0:1] = 5
    if k == 26: range(3)[0] = 1
    if k == 27: d.x = 1
    if k == 28: l += 5
    if k == 29: {1}[0] = 1
    if k == 30: len.x = 1
    if k == 31: s.upper = 1
    if k == 32: (1).real = 2
run([lambda k=k: assign(k) for k in range(33) if k != 28])
