# Classes that are mostly data: the decorator writes __init__, __repr__, comparison and hash.


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


class _HasDefaultFactory:
    def __repr__(self):
        return '<factory>'


class _KwOnly:
    pass


MISSING = _Missing()
KW_ONLY = _KwOnly()
_FIELDS = '__dataclass_fields__'


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ('Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%s,kw_only=%r,'
                '_field_type=%r)' % (self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash,
                                     self.compare, 'mappingproxy(%r)' % self.metadata, self.kw_only, self._field_type))


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """How one field of a dataclass is made: a default factory, whether it is shown and compared.

    >>> @dataclasses.dataclass
    ... class Order:
    ...     lines: list = dataclasses.field(default_factory=list)
    >>> Order()
    Order(lines=[])
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class InitVar:
    def __class_getitem__(cls, kind):
        made = cls()
        made.type = kind
        return made


def _is_class_var(kind):
    return getattr(kind, '_name', None) == 'ClassVar' or (isinstance(kind, str) and kind.split('.')[-1].startswith('ClassVar'))


def _own_fields(cls, kw_only):
    made = []
    annotations = cls.__dict__.get('__annotations__', {})
    for name, kind in annotations.items():
        if kind is KW_ONLY:
            kw_only = True
            continue
        if _is_class_var(kind):
            continue
        default = getattr(cls, name, MISSING)
        f = default if isinstance(default, Field) else field(default=default)
        f.name = name
        f.type = kind
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if f.default is not MISSING and type(f.default) in (list, dict, set):
            raise ValueError('mutable default %s for field %s is not allowed: use default_factory'
                             % (type(f.default), name))
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        made.append(f)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError('%r is a field but has no type annotation' % name)
    return made


def _quoted(names):
    shown = ["'%s'" % name for name in names]
    if len(shown) <= 2:
        return ' and '.join(shown)
    return ', '.join(shown[:-1]) + ', and ' + shown[-1]


def _make_init(cls, every, frozen):
    positional = [f for f in every if f.init and not f.kw_only]
    keyword = [f for f in every if f.init and f.kw_only]
    seen_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            raise TypeError('non-default argument %r follows default argument' % f.name)
    where = cls.__qualname__ + '.__init__()'
    keep = object.__setattr__

    def __init__(self, *args, **kwargs):
        if len(args) > len(positional):
            required = sum(1 for f in positional if f.default is MISSING and f.default_factory is MISSING)
            most = len(positional) + 1
            if required < len(positional):
                takes = 'from %d to %d positional arguments' % (required + 1, most)
            else:
                takes = '%d positional argument%s' % (most, '' if most == 1 else 's')
            raise TypeError('%s takes %s but %d %s given'
                            % (where, takes, len(args) + 1, 'was' if len(args) == 0 else 'were'))
        given = {}
        for f, value in zip(positional, args):
            given[f.name] = value
        names = [f.name for f in positional] + [f.name for f in keyword]
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError("%s got an unexpected keyword argument '%s'" % (where, name))
            if name in given:
                raise TypeError("%s got multiple values for argument '%s'" % (where, name))
            given[name] = value
        for group, kind in ((positional, 'positional'), (keyword, 'keyword-only')):
            missing = [f.name for f in group
                       if f.name not in given and f.default is MISSING and f.default_factory is MISSING]
            if missing:
                raise TypeError('%s missing %d required %s argument%s: %s'
                                % (where, len(missing), kind, '' if len(missing) == 1 else 's', _quoted(missing)))
        init_only = []
        for f in every:
            if f.name in given:
                value = given[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            else:
                continue
            if isinstance(f.type, InitVar):
                init_only.append(value)
            else:
                keep(self, f.name, value) if frozen else setattr(self, f.name, value)
        if hasattr(self, '__post_init__'):
            self.__post_init__(*init_only)

    return __init__


def _values(obj, names):
    return tuple(getattr(obj, name) for name in names)


def _make_order(name, compare, names):
    def method(self, other):
        if other.__class__ is self.__class__:
            return compare(_values(self, names), _values(other, names))
        return NotImplemented
    method.__name__ = name
    return method


def _with_slots(cls, weakref_slot):
    # Slots are a matter of making a class: it is made again.
    if '__slots__' in cls.__dict__:
        raise TypeError('%s already specifies __slots__' % cls.__name__)
    body = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    body['__slots__'] = tuple(name for name in names + ['__weakref__'] * weakref_slot if name not in inherited)
    for name in names + ['__dict__', '__weakref__']:
        body.pop(name, None)
    qualname = cls.__qualname__
    cls = type(cls)(cls.__name__, cls.__bases__, body)
    cls.__qualname__ = qualname
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Makes `__init__`, `__repr__` and `__eq__` from annotated names.

    >>> @dataclasses.dataclass
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1)
    Point(x=1, y=0)
    """
    def wrap(cls):
        made = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
        return _with_slots(made, weakref_slot) if slots else made
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return wrap if cls is None else wrap(cls)


def _process(cls, init, with_repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    collected = {}
    frozen_bases = []
    for base in reversed(cls.__mro__[1:]):
        if _FIELDS in base.__dict__:
            collected.update(base.__dict__[_FIELDS])
            frozen_bases.append(base.__dict__.get('__dataclass_frozen__', False))
    if frozen_bases:
        if frozen and not all(frozen_bases):
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
        if not frozen and any(frozen_bases):
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    for f in _own_fields(cls, kw_only):
        collected[f.name] = f
    setattr(cls, _FIELDS, collected)
    cls.__dataclass_frozen__ = frozen
    every = list(collected.values())
    kept = [f for f in every if not isinstance(f.type, InitVar)]
    own = cls.__dict__

    if init and '__init__' not in own:
        cls.__init__ = _make_init(cls, every, frozen)
    if with_repr and '__repr__' not in own:
        shown = [f.name for f in kept if f.repr]
        running = set()

        def __repr__(self):
            if id(self) in running:
                return '...'
            running.add(id(self))
            try:
                return '%s(%s)' % (self.__class__.__qualname__,
                                   ', '.join('%s=%r' % (name, getattr(self, name)) for name in shown))
            finally:
                running.discard(id(self))

        cls.__repr__ = __repr__
    compared = [f.name for f in kept if f.compare]
    had_eq = '__eq__' in own
    had_hash = '__hash__' in own and not (own['__hash__'] is None and had_eq)
    if eq and not had_eq:
        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return _values(self, compared) == _values(other, compared)
            return NotImplemented
        cls.__eq__ = __eq__
    if order:
        for name, compare in (('__lt__', lambda a, b: a < b), ('__le__', lambda a, b: a <= b),
                              ('__gt__', lambda a, b: a > b), ('__ge__', lambda a, b: a >= b)):
            if name in own:
                raise TypeError('Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering'
                                % (name, cls.__name__))
            setattr(cls, name, _make_order(name, compare, compared))
    if frozen:
        names = [f.name for f in every]

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError('cannot assign to field %r' % name)
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError('cannot delete field %r' % name)
            super(cls, self).__delattr__(name)

        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    if unsafe_hash or (eq and frozen and not had_hash):
        hashed = [f.name for f in kept if (f.compare if f.hash is None else f.hash)]

        def __hash__(self):
            return hash(_values(self, hashed))

        cls.__hash__ = __hash__
    elif eq and not had_hash:
        cls.__hash__ = None
    if match_args and '__match_args__' not in own:
        cls.__match_args__ = tuple(f.name for f in every if f.init and not f.kw_only)
    return cls


def fields(class_or_instance):
    """The fields of a dataclass.

    >>> Point = dataclasses.make_dataclass('Point', ['x', 'y'])
    >>> [f.name for f in dataclasses.fields(Point)]
    ['x', 'y']
    """
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(f for f in found.values() if not isinstance(f.type, InitVar))


def is_dataclass(obj):
    """Whether this is a dataclass or an object of one.

    >>> dataclasses.is_dataclass(int)
    False
    """
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _copied(value, convert, factory):
    if is_dataclass(value) and not isinstance(value, type):
        return convert(value, dict_factory=factory) if convert is asdict else convert(value, tuple_factory=factory)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_copied(v, convert, factory) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_copied(v, convert, factory) for v in value])
    if isinstance(value, dict):
        return type(value)((_copied(k, convert, factory), _copied(v, convert, factory)) for k, v in value.items())
    return value


def asdict(obj, *, dict_factory=dict):
    """A dataclass object as a dict, all through.

    >>> Point = dataclasses.make_dataclass('Point', ['x', 'y'])
    >>> dataclasses.asdict(Point(1, 2))
    {'x': 1, 'y': 2}
    """
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('asdict() should be called on dataclass instances')
    return dict_factory([(f.name, _copied(getattr(obj, f.name), asdict, dict_factory)) for f in fields(obj)])


def astuple(obj, *, tuple_factory=tuple):
    """A dataclass object as a tuple, all through.

    >>> Point = dataclasses.make_dataclass('Point', ['x', 'y'])
    >>> dataclasses.astuple(Point(1, 2))
    (1, 2)
    """
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('astuple() should be called on dataclass instances')
    return tuple_factory([_copied(getattr(obj, f.name), astuple, tuple_factory) for f in fields(obj)])


def replace(obj, /, **changes):
    """The same object with some fields changed.

    >>> Point = dataclasses.make_dataclass('Point', ['x', 'y'])
    >>> dataclasses.replace(Point(1, 2), y=5)
    Point(x=1, y=5)
    """
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if not f.init:
            if f.name in changes:
                raise ValueError('field %s is declared with init=False, it cannot be specified with replace()' % f.name)
            continue
        if f.name not in changes:
            if isinstance(f.type, InitVar) and f.default is MISSING:
                raise ValueError('InitVar %r must be specified with replace()' % f.name)
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    """A dataclass from a name and fields.

    >>> dataclasses.make_dataclass('P', ['x', 'y'])(1, 2)
    P(x=1, y=2)
    """
    annotations = {}
    body = {} if namespace is None else dict(namespace)
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                body[item[0]] = item[2]
    body['__annotations__'] = annotations
    return dataclass(type(cls_name, bases, body), **options)
