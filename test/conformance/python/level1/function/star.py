def f(*a, **k): return a, k
l = [1, 2]; d = {'x': 1}
print(f(*l), f(**d), f(*l, **d), f(0, *l, 3, *'ab', y=2, **d), f(*[], **{}), f(*(i for i in l)), f(*d), f(*{'a': 1}.items()), f(*range(3)), f(**{'a b': 1}))
print([*l, *l], (*l, 3), {*l, 3} == {1, 2, 3}, {**d, 'y': 2}, {'x': 0, **d}, {**d, 'x': 9}, [*'ab', *{}], print(*l, sep=','))
def g(a, *b, c, **e): return a, b, c, e
print(g(1, c=2), g(1, 2, 3, c=4, z=5), g(*l, c=3, **{'q': 1}), g(a=1, c=2), g(*l, *l, **{'c': 3}))
def h(first, second=None, /, *, key=None): return first, second, key
print(h(1), h(1, 2, key=3))
def m(**kw): kw['new'] = 1; return kw
print(m(**d), d)
def r(*args): args += (1,); return args
print(r(), r(0))
def opt(a, b=2, c=3): return a, b, c
print(opt(1), opt(1, c=5), opt(c=1, a=2), opt(*[1, 2, 3]), opt(1, *[2], **{'c': 9}))
a, *b = f(1, 2)[0]; print(a, b)
print((lambda *a, k=1, **kw: (a, k, kw))(1, k=2, z=3), max(*l), max(*[3, 1], key=lambda x: -x), dict(**d, y=1), 'a{}b{}'.format(*l), '{x}'.format(**d))
def o(x): print('arg', x, end=' '); return x
print(f(o(1), *[o(2)], k=o(3), **{'z': o(4)}))
def defaults(a=[], b={}): a.append(len(a)); b[len(b)] = 1; return a, b
defaults(); print(defaults())
for case in (lambda: f(**{1: 2}), lambda: f(**[1]), lambda: f(*1), lambda: opt(*[1, 2, 3, 4]), lambda: opt(1, a=1), lambda: f(x=1, **{'x': 2}), lambda: h(first=1), lambda: h(1, key=1, foo=2), lambda: g(), lambda: g(1), lambda: opt(**{'a': 1, 'z': 1})):
    try: print(case())
    except TypeError as e: print(e)
