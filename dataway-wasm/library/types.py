# Names of the types that have no name of their own, and the types of annotations: `list[int]`, `int | str`.


import _async


class SimpleNamespace:
    """An object with the attributes it is given.

    >>> types.SimpleNamespace(a=1, b='x')
    namespace(a=1, b='x')
    """

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return '%s(%s)' % ('namespace' if type(self) is SimpleNamespace else type(self).__name__,
                           ', '.join('%s=%r' % pair for pair in self.__dict__.items()))

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


class MappingProxyType:
    """A dict that can only be read.

    >>> types.MappingProxyType({'a': 1})['a']
    1
    """

    __typename__ = 'mappingproxy'
    __name__ = 'mappingproxy'

    def __init__(self, mapping):
        if not hasattr(mapping, 'keys'):
            raise TypeError('mappingproxy() argument must be a mapping, not %s' % type(mapping).__name__)
        self._mapping = mapping

    def __getitem__(self, key): return self._mapping[key]
    def __contains__(self, key): return key in self._mapping
    def __iter__(self): return iter(self._mapping)
    def __len__(self): return len(self._mapping)
    def __reversed__(self): return reversed(self._mapping)
    def __eq__(self, other): return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)
    def __or__(self, other): return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)
    def __ror__(self, other): return other | self._mapping
    def __str__(self): return str(self._mapping)
    def __repr__(self): return 'mappingproxy(%r)' % (self._mapping,)
    __hash__ = None
    def get(self, key, default=None): return self._mapping.get(key, default)
    def keys(self): return self._mapping.keys()
    def values(self): return self._mapping.values()
    def items(self): return self._mapping.items()
    def copy(self): return self._mapping.copy()


MappingProxyType.__name__ = MappingProxyType.__qualname__ = 'mappingproxy'
MappingProxyType.__module__ = 'builtins'


def _shown(item):
    if item is ...:
        return '...'
    if isinstance(item, (GenericAlias, UnionType)) or not isinstance(item, type):
        return repr(item)
    return item.__qualname__ if item.__module__ == 'builtins' else item.__module__ + '.' + item.__qualname__


def _variables(args):
    found = []
    for a in args:
        more = [a] if hasattr(a, '__typing_subst__') else getattr(a, '__parameters__', ())
        if not isinstance(more, (tuple, list)) or isinstance(a, type):
            continue
        found.extend(v for v in more if v not in found)
    return tuple(found)


def _filled(alias, items):
    """The arguments of an alias with its type variables replaced."""
    if not isinstance(items, tuple):
        items = (items,)
    if not alias.__parameters__:
        raise TypeError('%r is not a generic class' % alias)
    wanted = len(alias.__parameters__)
    if len(items) != wanted:
        raise TypeError('Too %s arguments for %r; actual %d, expected %d'
                        % ('many' if len(items) > wanted else 'few', alias, len(items), wanted))
    given = dict(zip(alias.__parameters__, items))
    return tuple(given[a] if hasattr(a, '__typing_subst__') and a in given
                 else a[tuple(given[p] for p in a.__parameters__)] if getattr(a, '__parameters__', ()) and not isinstance(a, type)
                 else a for a in alias.__args__)


class GenericAlias:
    """A type with what it contains: `list[int]`.

    >>> list[int].__args__
    (<class 'int'>,)
    """

    __typename__ = 'types.GenericAlias'

    def __init__(self, origin, args, /):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _variables(self.__args__)
        self.__unpacked__ = False

    def __repr__(self):
        star = '*' if self.__unpacked__ else ''
        return star + '%s[%s]' % (_shown(self.__origin__), ', '.join(map(_shown, self.__args__)) or '()')

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name in ('__mro_entries__', '__typing_subst__', '__copy__', '__deepcopy__', '__reduce_ex__') or name == '__origin__':
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, items):
        return GenericAlias(self.__origin__, _filled(self, items))

    def __iter__(self):
        made = GenericAlias(self.__origin__, self.__args__)
        made.__unpacked__ = True
        yield made

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        return isinstance(other, GenericAlias) and (
            (self.__origin__, self.__args__, self.__unpacked__) == (other.__origin__, other.__args__, other.__unpacked__))

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other): return _either(self, other)
    def __ror__(self, other): return _either(other, self)

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __dir__(self):
        return dir(self.__origin__)


class UnionType:
    """One of several types: `int | str`.

    >>> isinstance(1, int | str)
    True
    """

    __typename__ = 'types.UnionType'
    __iter__ = None

    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = _variables(args)

    def __repr__(self):
        return ' | '.join('None' if a is NoneType else _shown(a) for a in self.__args__)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other): return _either(self, other)
    def __ror__(self, other): return _either(other, self)
    def __getitem__(self, items):
        made = _filled(self, items)
        union = made[0]
        for a in made[1:]:
            union = union | a
        return union

    def __instancecheck__(self, instance):
        if any(isinstance(a, GenericAlias) for a in self.__args__):
            raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        if any(isinstance(a, GenericAlias) for a in self.__args__):
            raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
        return issubclass(cls, self.__args__)


def _either(a, b):
    """The union `a | b`; NotImplemented when one of them is no type."""
    args = []
    for item in (a, b):
        if item is None:
            item = NoneType
        if not isinstance(item, (type, UnionType, GenericAlias)) and not hasattr(item, '__typing_subst__'):
            return NotImplemented
        for part in item.__args__ if isinstance(item, UnionType) else (item,):
            if part not in args:
                args.append(part)
    return args[0] if len(args) == 1 else UnionType(tuple(args))


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class, made at run time.

    >>> types.new_class('A', (int,)).__mro__[1]
    <class 'int'>
    """
    bases = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, bases, kwds)
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds


def resolve_bases(bases):
    found = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            found.append(base)
        else:
            found.extend(base.__mro_entries__(bases))
    return tuple(found)


class DynamicClassAttribute:
    """A property of instances that a class may define otherwise.

    >>> class A:
    ...     @types.DynamicClassAttribute
    ...     def n(self): return 5
    >>> A().n
    5
    """

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or (fget and fget.__doc__)

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget): return type(self)(fget, self.fset, self.fdel)
    def setter(self, fset): return type(self)(self.fget, fset, self.fdel)
    def deleter(self, fdel): return type(self)(self.fget, self.fset, fdel)


def _raised():
    try:
        raise ValueError
    except ValueError as e:
        return type(e.__traceback__)


FunctionType = LambdaType = type(lambda: None)
CodeType = type((lambda: None).__code__)
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GeneratorType = type((lambda: (yield))())
CoroutineType = _async.coroutine
AsyncGeneratorType = _async.async_generator


class _GeneratorWrapper:
    def __init__(self, generator):
        self.__wrapped = generator
        self.send, self.throw, self.close = generator.send, generator.throw, generator.close
        self.__name__, self.__qualname__ = generator.__name__, generator.__qualname__

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped

    __await__ = __iter__


def coroutine(func):
    """A function whose generator can be waited for.

    >>> ask = types.coroutine(lambda: (yield 'question'))
    >>> async def asking(): return await ask()
    >>> asking().send(None)
    'question'
    """
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        return _GeneratorWrapper(made) if isinstance(made, GeneratorType) else made
    for name in ('__module__', '__name__', '__qualname__', '__doc__'):
        setattr(wrapped, name, getattr(func, name))
    wrapped.__wrapped__ = func
    return wrapped
MethodType = type(SimpleNamespace().__init__)
ModuleType = type(json)
TracebackType = _raised()
