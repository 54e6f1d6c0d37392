class SetOnly:
    def __set__(self, obj, value): obj.__dict__['v'] = value + 1


class C:
    v = SetOnly()


c = C()
print(type(c.v).__name__)
c.v = 1
print(c.v, c.__dict__)


class Outer:
    class Inner:
        @property
        def p(self): return 1


for change in (lambda o: setattr(o, 'p', 2), lambda o: delattr(o, 'p')):
    try:
        change(Outer.Inner())
    except AttributeError as e:
        print(e)


class WithDict:
    __slots__ = ('a', '__dict__')


w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.b, hasattr(w, '__dict__'))


class Loop:
    pass


Loop.__call__ = Loop()
try:
    Loop()()
except RecursionError as e:
    print('RecursionError')
try:
    raise OSError(2, 'gone', 'file.txt')
except FileNotFoundError as e:
    print(e, e.args, e.filename, e.errno)
print(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'why'), UnicodeEncodeError('ascii', 'é€', 0, 2, 'why'))
g = (x for x in ())
try:
    g.throw(StopIteration(5))
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))
