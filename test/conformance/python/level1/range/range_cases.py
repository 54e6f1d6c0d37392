def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
e(range); e(range, 1, 2, 3, 4); e(range, 'a'); e(range, 1.5); e(range, 1, 2, 0); e(range, 5); e(range, 1, 5); e(range, 1, 10, 2); e(range, None); e(range, 1, None); e(range, x=1)
r = range(1, 10, 3)
print(r, len(r), list(r), r[0], r[-1], r[1:], r[::-1], 4 in r, 5 in r, 4.0 in r, 'a' in r, r.start, r.stop, r.step, r.index(4), r.count(4), r.count(5), r == range(1, 11, 3), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3, 1)), list(reversed(r)), bool(range(0)), r != [1], range(10**30)[10**29], range(5, 0, -2), list(range(5, 0, -2)), range(0, -5, -1)[1:3], max(range(5)), sum(range(101)), repr(range(0, 5, 1)), 2**70 in range(2**71))
e(r.index, 5); e(r.index); e(r.count); e(lambda: r[5]); e(lambda: r + r); e(lambda: r * 2); e(lambda: r < r); e(lambda: len(range(10**30))); e(setattr, r, 'start', 1); e(lambda: r.foo); e(lambda: r['a']); e(next, r); e(lambda: range(2**64)[2**63]); e(lambda: r[1] if 0 else r.__len__()); e(lambda: iter(range(3)).__length_hint__()); e(lambda: r[1:2:0])
