# Names for annotations. Annotations are not checked here, so every name subscripts to itself.


class _Any:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __call__(self, *args, **kwargs):
        raise TypeError('Type %s cannot be instantiated' % self._name)

    def __repr__(self):
        return 'typing.' + self._name


Any = _Any('Any')
Union = _Any('Union')
Optional = _Any('Optional')
Callable = _Any('Callable')
ClassVar = _Any('ClassVar')
Final = _Any('Final')
Literal = _Any('Literal')
Annotated = _Any('Annotated')
NoReturn = _Any('NoReturn')
Never = _Any('Never')
Self = _Any('Self')
TypeAlias = _Any('TypeAlias')
List = _Any('List')
Dict = _Any('Dict')
Set = _Any('Set')
FrozenSet = _Any('FrozenSet')
Tuple = _Any('Tuple')
Type = _Any('Type')
Iterable = _Any('Iterable')
Iterator = _Any('Iterator')
Generator = _Any('Generator')
Sequence = _Any('Sequence')
Mapping = _Any('Mapping')
MutableMapping = _Any('MutableMapping')
Hashable = _Any('Hashable')
TYPE_CHECKING = False


class Generic:
    def __class_getitem__(cls, parameters):
        return cls


class Protocol(Generic):
    pass


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return '~' + self.__name__


def NewType(name, tp):
    """A name for a type, for annotations."""
    return lambda value: value


def cast(typ, val):
    """The value itself.

    >>> typing.cast(int, 'a')
    'a'
    """
    return val


def overload(func):
    return func


def final(f):
    return f


def NamedTuple(typename, fields=()):
    """A class of tuples whose items have names and types."""
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
                raise TypeError(f'non-default namedtuple field {field} cannot follow default field ' + ', '.join(f for f in types if f in namespace))
        made = namedtuple(name, list(types), defaults=defaults, module=namespace['__module__'])
        made.__annotations__ = types
        for key, value in namespace.items():
            if key not in types and key not in ('__annotations__', '__module__', '__qualname__', '__dict__'):
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)
