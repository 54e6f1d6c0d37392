def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
t = (1, 2, 3, 2)
e(t.index, 2); e(t.index, 9); e(t.index, 2, 2); e(t.index, 2, 2, 3); e(t.count, 2); e(t.count); e(t.index); e(tuple, 5); e(tuple, 'ab'); e(tuple); e(tuple, 1, 2); e(lambda: t + [1]); e(lambda: t + 1); e(lambda: t * 'a'); e(lambda: t * 2); e(lambda: 2 * t); e(lambda: t < (1, 3)); e(lambda: t < 1); e(lambda: hash(([],))); e(lambda: t.append); e(lambda: t[9]); e(lambda: t - t); e(lambda: (1,) == [1]); e(lambda: () < (1,)); e(lambda: t[1:3]); e(lambda: repr((1,))); e(lambda: ((),)); e(lambda: hash((1, 2)) == hash((1.0, 2))); e(lambda: 2 in t); e(lambda: (1, 'a') < (1, 2)); e(lambda: max((1, 2), (1, 3))); e(t.__add__, [1]); e(t.__getitem__, 9); e(t.__contains__, 1); e(lambda: t.__hash__() == hash(t))
