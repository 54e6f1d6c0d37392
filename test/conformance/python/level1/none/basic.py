print(None, repr(None), str(None), [None], None is None, None == None, None != 0, not None)
def f(): pass
def g(): return
print(f(), g(), f() is None, type(None), type(None).__name__)
print({None: 1}[None], None in [None], [None, 1].index(None), hash(None) == hash(None))
for op in (lambda: None + 1, lambda: None < None, lambda: None(), lambda: None[0], lambda: None.x, lambda: len(None), lambda: iter(None), lambda: -None, lambda: None.__setitem__):
    try:
        print(op())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    None.x = 1
except AttributeError as e:
    print(e)
try:
    x = None
    x[0] = 1
except TypeError as e:
    print(e)
try:
    del x[0]
except TypeError as e:
    print(e)
try:
    for i in None: pass
except TypeError as e:
    print(e)
try:
    a, b = None
except TypeError as e:
    print(e)
print(f'{None} {None!r} {None!s:>6}', '%s' % None, 'a{}b'.format(None))
print(... , Ellipsis, repr(...), ... is Ellipsis, NotImplemented, type(...).__name__, bool(...))
