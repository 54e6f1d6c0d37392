for v in (1, 1.5, 'a', b'a', bytearray(b'a'), True, None, [], (), {}, set(), frozenset(), range(1), slice(1), int, len, lambda: 0, print, type, object(), ..., NotImplemented, (x for x in []), [].append, iter([]), iter(()), iter({}), iter(range(1)), iter(set()), {}.keys(), {}.values(), {}.items(), zip(), map(len, []), filter(None, []), enumerate([]), ValueError('x'), ValueError):
    print(type(v).__name__, type(v))
print(type(1) is int, type('') == str, type(type(1)), type(int), type(1) != float, int, str, list, dict, type, object, bool, ValueError, type(None))
print(isinstance(1, int), isinstance(True, int), isinstance(1, float), isinstance('a', (int, str)), isinstance([], (tuple, (dict, list))), isinstance(None, type(None)), isinstance(int, type), isinstance(1, object), isinstance(ValueError(), Exception), isinstance(1, int | str), isinstance('a', int | None))
print(issubclass(bool, int), issubclass(int, object), issubclass(int, (str, int)), issubclass(ValueError, Exception), issubclass(KeyError, LookupError), issubclass(int, bool), issubclass(ZeroDivisionError, ArithmeticError), issubclass(IndexError, (KeyError, LookupError)))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, 'int'), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: isinstance(1), lambda: isinstance(1, (int, 'a')), lambda: isinstance(1.5, (int, 'a')), lambda: type(), lambda: type(1, 2), lambda: isinstance(1, [int]), lambda: issubclass(int, [])):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
print(callable(len), callable(int), callable(lambda: 0), callable(5), callable('a'), callable(print), callable([].append), callable(type))
print(int.__name__, int.__qualname__, type(1).__name__, len.__name__, [].append.__name__, str.upper.__name__, (lambda: 0).__name__, type.__name__, int.__module__, (1).__class__, 'a'.__class__.__name__, int.__class__)
print(hash(1), hash(0), hash(True), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(1.5), hash(None) == hash(None), hash(-2), hash(10 ** 30), hash(0.1), hash(float('inf')), hash(-1.0), hash(()) == hash(()))
a = []; print(id(a) == id(a), isinstance(id(a), int), id(a) == id([]), a is a, [] is [], () is (), 'a' is 'a')
