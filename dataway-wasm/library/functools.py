# Functions on functions: reduce, partial, lru_cache, cmp_to_key, total_ordering, singledispatch.

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)

_missing = object()


def reduce(function, sequence, initial=_missing, /):
    """All items brought down to one, two at a time.

    >>> functools.reduce(lambda a, b: a * b, [1, 2, 3, 4], 10)
    240
    """
    it = iter(sequence)
    if initial is _missing:
        for value in it:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Gives a function the name and documentation of another.

    >>> functools.update_wrapper(lambda: 1, len).__name__
    'len'
    """
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Gives a decorator's function the name of the one it wraps.

    >>> functools.wraps(len)(lambda: 1).__name__
    'len'
    """
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


class partial:
    """A function with some arguments given already.

    >>> functools.partial(int, base=2)('101')
    5
    """

    __typename__ = 'functools.partial'

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__)

    def __setstate__(self, state):
        self.func, self.args, self.keywords, more = state
        self.__dict__.update(more or {})

    def __repr__(self):
        name = type(self).__qualname__
        if type(self).__module__ == 'functools':
            name = 'functools.' + name
        shown = [repr(self.func)]
        shown.extend(repr(a) for a in self.args)
        shown.extend('%s=%r' % (k, v) for k, v in self.keywords.items())
        return '%s(%s)' % (name, ', '.join(shown))


class partialmethod:
    """A method with some arguments given already.

    >>> type('T', (str,), {'shout': functools.partialmethod(str.replace, '.', '!')})('Hi.').shout()
    'Hi!'
    """

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args] + ['%s=%r' % pair for pair in self.keywords.items()]
        return 'functools.partialmethod(%s)' % ', '.join(parts)

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and obj is not None or isinstance(self.func, (classmethod, staticmethod)):
            return partial(get(obj, cls), *self.args, **self.keywords)

        def method(self_, /, *args, **keywords):
            return self.func(self_, *self.args, *args, **{**self.keywords, **keywords})
        return method if obj is None else partial(method, obj)


def cmp_to_key(mycmp):
    """A key for sorting from a comparison of two items.

    >>> sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
    [3, 2, 1]
    """
    class K:
        __slots__ = ('obj',)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other): return mycmp(self.obj, other.obj) < 0
        def __gt__(self, other): return mycmp(self.obj, other.obj) > 0
        def __eq__(self, other): return mycmp(self.obj, other.obj) == 0
        def __le__(self, other): return mycmp(self.obj, other.obj) <= 0
        def __ge__(self, other): return mycmp(self.obj, other.obj) >= 0
        __hash__ = None

    return K


def _opposite(name, negate, also_equal):
    def method(self, other):
        found = getattr(self, name)(other)
        if found is NotImplemented:
            return found
        if negate:
            found = not found
        if also_equal == 'or':
            return found or self == other
        if also_equal == 'and':
            return found and self != other
        return found
    return method


# For each method that may be given: the others, made of it.
_ORDERINGS = {
    '__lt__': (('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, '')),
    '__le__': (('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, '')),
    '__gt__': (('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, '')),
    '__ge__': (('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, '')),
}


def total_ordering(cls):
    """Completes a class that has `__eq__` and one of `<`, `<=`, `>`, `>=`.

    >>> @functools.total_ordering
    ... class Size:
    ...     def __init__(self, n): self.n = n
    ...     def __eq__(self, other): return self.n == other.n
    ...     def __lt__(self, other): return self.n < other.n
    >>> Size(2) >= Size(1)
    True
    """
    given = [name for name in ('__gt__', '__lt__', '__ge__', '__le__')
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(given)
    for name, negate, also_equal in _ORDERINGS[root]:
        if name not in given:
            method = _opposite(root, negate, also_equal)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % tuple(self)


def _key(args, kwds, typed):
    key = args
    if kwds:
        key = args + (_missing,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple(type(v) for v in args) + tuple(type(v) for v in kwds.values())
    return key


def lru_cache(maxsize=128, typed=False):
    """Remembers the last results of a function.

    >>> (lambda f: [f(2), f(2), f.cache_info().hits])(functools.lru_cache(maxsize=8)(lambda x: x * x))
    [4, 4, 1]
    """
    if callable(maxsize):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    found = {}
    hits = misses = 0

    def wrapper(*args, **kwds):
        nonlocal hits, misses
        key = _key(args, kwds, typed)
        if key in found:
            hits += 1
            value = found.pop(key)
            found[key] = value
            return value
        misses += 1
        value = function(*args, **kwds)
        if maxsize != 0:
            found[key] = value
            if maxsize is not None and len(found) > maxsize:
                del found[next(iter(found))]
        return value

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(found))

    def cache_clear():
        nonlocal hits, misses
        found.clear()
        hits = misses = 0

    def cache_parameters():
        return {'maxsize': maxsize, 'typed': typed}

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = cache_parameters
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Remembers all results of a function.

    >>> (lambda f: [f(3), f.cache_info().currsize])(functools.cache(lambda x: x * x))
    [9, 1]
    """
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once.

    >>> (lambda p: p.__set_name__(None, 'size') or p.attrname)(functools.cached_property(len))
    'size'
    """

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names (%r and %r).' % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, self.attrname)) from None
        if self.attrname not in kept:
            kept[self.attrname] = self.func(instance)
        return kept[self.attrname]


def singledispatch(func):
    """A function that is chosen by the type of its first argument.

    >>> (lambda f: f.register(int, lambda x: 'int') and [f(1), f('a')])(functools.singledispatch(lambda x: 'any'))
    ['int', 'any']
    """
    from typing import Union, get_type_hints
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__[:-1]:
            if base in registry:
                return registry[base]
        found = None
        for base in registry:
            if base is object or not issubclass(cls, base):
                continue
            if found is None or issubclass(base, found):
                found = base
            elif not issubclass(found, base):
                raise RuntimeError('Ambiguous dispatch: %r or %r' % (found, base))
        return registry[found or object]

    def is_union(cls):
        return hasattr(cls, '__args__') and not isinstance(cls, type) and getattr(cls, '__origin__', None) in (None, Union)

    def is_valid(cls):
        return isinstance(cls, type) or is_union(cls) and all(isinstance(one, type) for one in cls.__args__)

    def register(cls, function=None):
        if is_valid(cls):
            if function is None:
                return lambda f: register(cls, f)
        elif function is not None:
            raise TypeError('Invalid first argument to `register()`. %r is not a class or union type.' % (cls,))
        else:
            function = cls
            if not getattr(function, '__annotations__', None):
                raise TypeError('Invalid first argument to `register()`: %r. Use either `@register(some_class)` or plain '
                                '`@register` on an annotated function.' % (function,))
            name, cls = next(iter(get_type_hints(function).items()))
            if not is_valid(cls):
                why = 'not all arguments are classes' if is_union(cls) else 'is not a class'
                raise TypeError('Invalid annotation for %r. %r %s.' % (name, cls, why))
        for one in cls.__args__ if is_union(cls) else (cls,):
            registry[one] = function
        return function

    def wrapper(*args, **kw):
        if not args:
            raise TypeError('%s requires at least 1 positional argument' % func.__name__)
        return dispatch(type(args[0]))(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = lambda: None
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """A method that is chosen by the type of its first argument.

    >>> class Shown:
    ...     @functools.singledispatchmethod
    ...     def of(self, value): return 'other'
    ...     @of.register
    ...     def _(self, value: int): return 'int'
    >>> Shown().of(5), Shown().of('a')
    ('int', 'other')
    """

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError('%r is not callable or a descriptor' % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        return update_wrapper(method, self.func)
