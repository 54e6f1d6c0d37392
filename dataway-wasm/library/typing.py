# Names for annotations, and what can be asked of them. Annotations are not checked.
import collections
import collections.abc
import types
from types import GenericAlias, UnionType


def _kind(t):
    """How an annotation is written inside of another."""
    if t is None:
        return 'None'
    if t is ...:
        return '...'
    if isinstance(t, list):
        return '[' + ', '.join(map(_kind, t)) + ']'
    if isinstance(t, type) and not isinstance(t, (GenericAlias, _Alias)):
        return t.__qualname__ if t.__module__ == 'builtins' else t.__module__ + '.' + t.__qualname__
    return repr(t)


class _Typed:
    """What may stand in an annotation: it takes part in unions."""

    def __or__(self, other): return Union[self, other]
    def __ror__(self, other): return Union[other, self]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('%s cannot be used with issubclass()' % self)

    def __call__(self, *args, **kwargs):
        raise TypeError('Cannot instantiate %r' % self)

    def __copy__(self): return self
    def __deepcopy__(self, memo): return self


class _Alias(_Typed):
    """A name with parameters: `List[int]`."""

    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = types._variables(args)
        self.__module__ = 'typing'

    def __repr__(self):
        args = self.__args__
        if self._name == 'Union' and len(args) == 2 and type(None) in args:
            return 'typing.Optional[%s]' % _kind(args[0] if args[1] is type(None) else args[1])
        if self._name == 'Callable':
            shown = _kind(args[0]) if args[0] is ... else '[' + ', '.join(map(_kind, args[:-1])) + ']'
            return 'typing.Callable[%s, %s]' % (shown, _kind(args[-1]))
        if self._name == 'Literal':
            return 'typing.Literal[%s]' % ', '.join(map(repr, args))
        if self._name == 'Annotated':
            return 'typing.Annotated[%s, %s]' % (_kind(args[0]), ', '.join(map(repr, self.__metadata__)))
        name = self._name if '.' in self._name else 'typing.' + self._name
        return '%s[%s]' % (name, ', '.join('None' if a is None else _kind(a) for a in args) or '()')

    def __getitem__(self, items):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError('Cannot subscript already-subscripted %r' % self)
        made = types._filled(self, items)
        if self._name == 'Union':
            return Union[made]
        return _Alias(self.__origin__, made, self._name)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError('Cannot instantiate %r' % self)
        if '.' not in self._name:
            raise TypeError('Type %s cannot be instantiated; use %s() instead' % (self._name, self.__origin__.__name__))
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if self.__origin__ in (Generic, Protocol):
            return (self.__origin__,)
        if isinstance(self.__origin__, type):
            if '.' in self._name:
                return (self.__origin__,)
            return (self.__origin__,) if any(isinstance(b, type) and issubclass(b, Generic) for b in bases) else (self.__origin__, Generic)
        raise TypeError('Cannot subclass %r' % self)

    def __eq__(self, other):
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return NotImplemented
        if self._name in ('Union', 'Literal'):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__ and getattr(self, '__metadata__', None) == getattr(other, '__metadata__', None)

    def __hash__(self):
        return hash(frozenset(self.__args__)) if self._name in ('Union', 'Literal') else hash(tuple(map(repr, self.__args__)))

    def __instancecheck__(self, obj):
        if self._name == 'Union':
            return isinstance(obj, self.__args__)
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._name == 'Union':
            return issubclass(cls, self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


class _Special(_Typed):
    """A name without parameters yet: `List`, `Union`."""

    def __init__(self, name, origin=None, count=None):
        self._name = self.__name__ = self.__qualname__ = name
        self.__module__ = 'typing'
        self._count = count
        if origin is not None:
            self.__origin__ = origin

    def __repr__(self):
        return 'typing.' + self._name

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other

    def __mro_entries__(self, bases):
        if not hasattr(self, '__origin__'):
            raise TypeError('Cannot subclass %r' % self)
        return (self.__origin__,)

    def __call__(self, *args, **kwargs):
        if hasattr(self, '__origin__'):
            raise TypeError('Type %s cannot be instantiated; use %s() instead' % (self._name, self.__origin__.__name__))
        raise TypeError('Cannot instantiate %r' % self)

    def __subclasscheck__(self, cls):
        if hasattr(self, '__origin__'):
            return issubclass(cls, self.__origin__)
        raise TypeError('%s cannot be used with issubclass()' % self)

    def __instancecheck__(self, obj):
        if hasattr(self, '__origin__'):
            return isinstance(obj, self.__origin__)
        raise TypeError('%s cannot be used with isinstance()' % self)

    def __getitem__(self, items):
        name = self._name
        args = items if isinstance(items, tuple) else (items,)
        if name == 'Optional':
            if isinstance(items, tuple):
                raise TypeError('typing.Optional requires a single type. Got %s.' % (items,))
            return Union[items, None]
        if name == 'Union':
            return _union(args)
        if name == 'Literal':
            kept = []
            for a in args:
                for one in a.__args__ if isinstance(a, _Alias) and a._name == 'Literal' else (a,):
                    if not any(one == k and type(one) is type(k) for k in kept):
                        kept.append(one)
            return _Alias(self, tuple(kept), name)
        if name == 'Callable':
            if len(args) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            if not isinstance(args[0], list) and args[0] is not ... and not isinstance(args[0], (ParamSpec, _Alias)):
                raise TypeError('Callable[args, result]: args must be a list. Got %s' % _kind(args[0]))
            parts = tuple(args[0]) if isinstance(args[0], list) else (args[0],)
            return _Alias(self.__origin__, tuple(map(_type, parts)) + (_type(args[1]),), name)
        if name == 'Annotated':
            if len(args) < 2:
                raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
            inner, more = args[0], args[1:]
            if isinstance(inner, _Alias) and inner._name == 'Annotated':
                inner, more = inner.__args__[0], inner.__metadata__ + more
            made = _Alias(inner, (inner,), name)
            made.__metadata__ = more
            return made
        if name in ('Final', 'ClassVar', 'Required', 'NotRequired', 'TypeGuard', 'Unpack') and len(args) != 1:
            raise TypeError('typing.%s accepts only single type.' % name)
        if name in ('Any', 'NoReturn', 'Never', 'Self', 'TypeAlias', 'LiteralString'):
            raise TypeError('%r is not subscriptable' % self)
        if self._count is not None and len(args) != self._count:
            raise TypeError('Too %s arguments for %r; actual %d, expected %d'
                            % ('many' if len(args) > self._count else 'few', self, len(args), self._count))
        return _Alias(getattr(self, '__origin__', self), tuple(map(_type, args)), name)


def _type(t):
    if t is None:
        return type(None)
    return ForwardRef(t) if isinstance(t, str) else t


def _union(args):
    if not args:
        raise TypeError('Cannot take a Union of no types.')
    kept = []
    for a in args:
        a = _type(a)
        for one in a.__args__ if isinstance(a, UnionType) or isinstance(a, _Alias) and a._name == 'Union' else (a,):
            if one not in kept:
                kept.append(one)
    return kept[0] if len(kept) == 1 else _Alias(Union, tuple(kept), 'Union')


class ForwardRef:
    """A type that is named by a text.

    >>> typing.ForwardRef('Later')
    ForwardRef('Later')
    """

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self): return 'ForwardRef(%r)' % self.__forward_arg__
    def __eq__(self, other): return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__
    def __hash__(self): return hash(self.__forward_arg__)
    def __or__(self, other): return Union[self, other]
    def __ror__(self, other): return Union[other, self]


Any = _Special('Any')
Union = _Special('Union')
Optional = _Special('Optional')
ClassVar = _Special('ClassVar')
Final = _Special('Final')
Literal = _Special('Literal')
Annotated = _Special('Annotated')
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')
Concatenate = _Special('Concatenate')
TypeGuard = _Special('TypeGuard')
Required = _Special('Required')
NotRequired = _Special('NotRequired')
Unpack = _Special('Unpack')
Callable = _Special('Callable', collections.abc.Callable)
List = _Special('List', list, 1)
Dict = _Special('Dict', dict, 2)
Set = _Special('Set', set, 1)
FrozenSet = _Special('FrozenSet', frozenset, 1)
Tuple = _Special('Tuple', tuple)
Type = _Special('Type', type, 1)
DefaultDict = _Special('DefaultDict', collections.defaultdict, 2)
OrderedDict = _Special('OrderedDict', collections.OrderedDict, 2)
Counter = _Special('Counter', collections.Counter, 1)
Deque = _Special('Deque', collections.deque, 1)
ChainMap = _Special('ChainMap', collections.ChainMap, 2)
Hashable = _Special('Hashable', collections.abc.Hashable, 0)
Sized = _Special('Sized', collections.abc.Sized, 0)
Iterable = _Special('Iterable', collections.abc.Iterable, 1)
Iterator = _Special('Iterator', collections.abc.Iterator, 1)
Reversible = _Special('Reversible', collections.abc.Reversible, 1)
Container = _Special('Container', collections.abc.Container, 1)
Collection = _Special('Collection', collections.abc.Collection, 1)
Generator = _Special('Generator', collections.abc.Generator, 3)
Awaitable = _Special('Awaitable', collections.abc.Awaitable, 1)
Coroutine = _Special('Coroutine', collections.abc.Coroutine, 3)
AsyncIterable = _Special('AsyncIterable', collections.abc.AsyncIterable, 1)
AsyncIterator = _Special('AsyncIterator', collections.abc.AsyncIterator, 1)
AsyncGenerator = _Special('AsyncGenerator', collections.abc.AsyncGenerator, 2)
Sequence = _Special('Sequence', collections.abc.Sequence, 1)
MutableSequence = _Special('MutableSequence', collections.abc.MutableSequence, 1)
Mapping = _Special('Mapping', collections.abc.Mapping, 2)
MutableMapping = _Special('MutableMapping', collections.abc.MutableMapping, 2)
AbstractSet = _Special('AbstractSet', collections.abc.Set, 1)
MutableSet = _Special('MutableSet', collections.abc.MutableSet, 1)
KeysView = _Special('KeysView', collections.abc.KeysView, 1)
ItemsView = _Special('ItemsView', collections.abc.ItemsView, 2)
ValuesView = _Special('ValuesView', collections.abc.ValuesView, 1)
ByteString = _Special('ByteString', collections.abc.ByteString, 0)
Text = str
TYPE_CHECKING = False


class TypeVar:
    """A type that is still open.

    >>> typing.TypeVar('T')
    ~T
    """

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __typing_subst__(self, arg):
        return arg

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other): return Union[self, other]
    def __ror__(self, other): return Union[other, self]
    def __copy__(self): return self
    def __deepcopy__(self, memo): return self


class ParamSpec(TypeVar):
    """The parameters of a function that is still open.

    >>> typing.ParamSpec('P')
    ~P
    """

    @property
    def args(self): return self

    @property
    def kwargs(self): return self


class TypeVarTuple(TypeVar):
    """Any number of types that are still open.

    >>> typing.TypeVarTuple('Ts')
    Ts
    """

    def __repr__(self): return self.__name__
    def __iter__(self): yield self


class Generic:
    """A base of classes that say what they contain: `class Box(Generic[T])`.

    >>> T = typing.TypeVar('T')
    >>> class Box(typing.Generic[T]): ...
    >>> Box[int].__args__
    (<class 'int'>,)
    """

    __parameters__ = ()

    def __class_getitem__(cls, items):
        args = items if isinstance(items, tuple) else (items,)
        if cls in (Generic, Protocol):
            if not all(hasattr(a, '__typing_subst__') for a in args):
                raise TypeError('Parameters to %s[...] must all be type variables or parameter specification variables.' % cls.__name__)
            if len(set(args)) != len(args):
                raise TypeError('Parameters to %s[...] must all be unique' % cls.__name__)
            return _Alias(cls, args, cls.__name__)
        wanted = len(cls.__parameters__)
        if not wanted:
            raise TypeError('%r is not a generic class' % cls)
        if len(args) != wanted and not any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in cls.__parameters__):
            raise TypeError('Too %s arguments for %r; actual %d, expected %d'
                            % ('many' if len(args) > wanted else 'few', cls, len(args), wanted))
        return _Alias(cls, tuple(map(_type, args)), cls.__module__ + '.' + cls.__qualname__)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if '__orig_bases__' in cls.__dict__:
            found = []
            for base in cls.__orig_bases__:
                for v in getattr(base, '__parameters__', ()) if not isinstance(base, type) else ():
                    if v not in found:
                        found.append(v)
            cls.__parameters__ = tuple(found)


class _ProtocolMeta(type(collections.abc.Sized)):
    def __instancecheck__(cls, instance):
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return super().__instancecheck__(instance) or all(hasattr(instance, name) for name in cls._names())

    def __subclasscheck__(cls, other):
        if not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not getattr(cls, '_is_runtime', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return super().__subclasscheck__(other) or all(hasattr(other, name) for name in cls._names())

    def _names(cls):
        found = []
        for base in cls.__mro__:
            if base in (object, Generic, Protocol):
                continue
            for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})):
                if name not in found and name not in _NOT_OF_PROTOCOL:
                    found.append(name)
        return found


_NOT_OF_PROTOCOL = frozenset((
    '__module__', '__dict__', '__doc__', '__annotations__', '__init__', '__new__', '__slots__', '__orig_bases__', '__parameters__',
    '__abstractmethods__', '_is_protocol', '_is_runtime', '__subclasshook__', '__init_subclass__', '__class_getitem__', '__qualname__',
    '_abc_registry', '__weakref__'))


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base of classes that say which methods something must have.

    >>> class Closable(typing.Protocol):
    ...     def close(self): ...
    >>> Closable.__mro__[1].__name__
    'Protocol'
    """

    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = Protocol in cls.__bases__
        cls._is_runtime = False
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in type(self).__mro__[1:]:
        own = base.__dict__.get('__init__')
        if own is not None and own is not _no_init:
            own(self, *args, **kwargs)
            return


def runtime_checkable(cls):
    """A protocol that isinstance() may be asked for.

    >>> @typing.runtime_checkable
    ... class Closable(typing.Protocol):
    ...     def close(self): ...
    >>> import io
    >>> isinstance(io.StringIO(), Closable)
    True
    """
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime = True
    return cls


class SupportsInt(Protocol):
    _is_protocol = True

    def __int__(self): pass


class SupportsFloat(Protocol):
    def __float__(self): pass


class SupportsIndex(Protocol):
    def __index__(self): pass


class SupportsAbs(Protocol):
    def __abs__(self): pass


for _protocol in (SupportsInt, SupportsFloat, SupportsIndex, SupportsAbs):
    runtime_checkable(_protocol)


class NewType:
    """A name for a type, for annotations.

    >>> typing.NewType('Id', int)(5)
    5
    """

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, value): return value
    def __repr__(self): return '%s.%s' % (self.__module__, self.__qualname__)
    def __or__(self, other): return Union[self, other]
    def __ror__(self, other): return Union[other, self]


def cast(typ, val):
    """The value itself.

    >>> typing.cast(int, 'a')
    'a'
    """
    return val


def _overloaded(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not @overload-ed.')


def overload(func):
    return _overloaded


def _marked(name):
    def mark(f):
        try:
            setattr(f, name, True)
        except (AttributeError, TypeError):
            pass
        return f
    return mark


final = _marked('__final__')
no_type_check = _marked('__no_type_check__')


def assert_never(arg, /):
    raise AssertionError('Expected code to be unreachable, but got: %r' % (arg,))


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def dataclass_transform(**kwargs):
    return lambda cls: cls


def get_origin(tp):
    """The type that has parameters: `list` of `list[int]`.

    >>> typing.get_origin(dict[str, int])
    <class 'dict'>
    """
    if isinstance(tp, _Alias) and tp._name == 'Annotated':
        return Annotated
    if isinstance(tp, (_Alias, GenericAlias, _Special)):
        return getattr(tp, '__origin__', None)
    if isinstance(tp, UnionType):
        return UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """The parameters of a type.

    >>> typing.get_args(dict[str, int])
    (<class 'str'>, <class 'int'>)
    """
    if isinstance(tp, _Alias):
        if tp._name == 'Annotated':
            return tp.__args__ + tp.__metadata__
        if tp._name == 'Callable':
            args = tp.__args__
            return (args[0] if args[0] is ... else list(args[:-1]), args[-1])
        return tp.__args__
    return tp.__args__ if isinstance(tp, (GenericAlias, UnionType)) else ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, or of a class and its bases.

    >>> def f(a: 'int') -> str: ...
    >>> typing.get_type_hints(f)
    {'a': <class 'int'>, 'return': <class 'str'>}
    """
    if isinstance(obj, type):
        found = {}
        for base in reversed(obj.__mro__):
            found.update(base.__dict__.get('__annotations__', {}))
    else:
        found = dict(getattr(obj, '__annotations__', {}))
    known = dict(getattr(obj, '__globals__', None) or {})
    known.update(globalns or {})
    known.update(localns or {})
    return {name: _resolved(t, known) for name, t in found.items()}


def _resolved(t, known):
    if t is None:
        return type(None)
    if isinstance(t, str) and t.isidentifier():
        if t in known:
            return known[t]
        import builtins
        if hasattr(builtins, t):
            return getattr(builtins, t)
        raise NameError("name '%s' is not defined" % t)
    return t


def is_typeddict(tp):
    return isinstance(tp, type) and hasattr(tp, '__total__')


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        made = type.__new__(meta, name, (dict,), dict(namespace))
        types_, required = {}, set()
        for base in bases:
            types_.update(getattr(base, '__annotations__', {}))
            required |= getattr(base, '__required_keys__', frozenset())
        own = namespace.get('__annotations__', {})
        types_.update(own)
        for key, t in own.items():
            origin = t._name if isinstance(t, _Alias) else ''
            if origin == 'Required' or total and origin != 'NotRequired':
                required.add(key)
        made.__annotations__ = types_
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(k for k in types_ if k not in required)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A class that says the keys of a dict.

    >>> class Order(typing.TypedDict):
    ...     id: int
    >>> Order(id=5)
    {'id': 5}
    """
    return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kwargs), '__module__': '__main__'}, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def NamedTuple(typename, fields=()):
    """A class of tuples whose items have names and types.

    >>> class Point(typing.NamedTuple):
    ...     x: int
    ...     y: int = 0
    >>> Point(1)
    Point(x=1, y=0)
    """
    from collections import namedtuple
    made = namedtuple(typename, [name for name, _ in fields])
    made.__annotations__ = dict(fields)
    return made


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        from collections import namedtuple
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f'non-default namedtuple field {field} cannot follow default field '
                                + ', '.join(f for f in types if f in namespace))
        made = namedtuple(name, list(types), defaults=defaults, module=namespace['__module__'])
        made.__annotations__ = types
        for key, value in namespace.items():
            if key not in types and key not in ('__annotations__', '__module__', '__qualname__', '__dict__', '__orig_bases__'):
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)
