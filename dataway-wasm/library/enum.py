# Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique.


class auto:
    """The next value of an Enum."""

    _count = 0

    def __init__(self):
        auto._count += 1
        self._order = auto._count
        self.value = None


def _is_member(name, value):
    if name.startswith('_') and name.endswith('_'):
        return False
    if isinstance(value, (property, classmethod, staticmethod)):
        return False
    return not hasattr(value, '__get__')


class _Body(dict):
    """The body of an Enum: `auto()` is its value from the line on where it stands."""

    def __init__(self, bases):
        self._values = []
        self._given = 0
        for base in bases:
            if isinstance(base, EnumType):
                self['_generate_next_value_'] = base._generate_next_value_
                self._given = 1

    def __setitem__(self, key, value):
        if key == '_generate_next_value_':
            self._given = 2
        elif self._given and _is_member(key, value):
            if key in self and self._given and key in self._values_of():
                raise TypeError('%r already defined as %r' % (key, self[key]))
            make = self['_generate_next_value_']
            if isinstance(make, staticmethod):
                make = make.__func__
            known = [v for _, v in self._values]
            if isinstance(value, auto):
                value = make(key, 1, len(known), known[:])
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                value = tuple(make(key, 1, len(known), known[:]) if isinstance(v, auto) else v for v in value)
            self._values.append((key, value))
        dict.__setitem__(self, key, value)

    def _values_of(self):
        return [k for k, _ in self._values]


class EnumType(type):
    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        return _Body(bases)

    def __new__(mcs, name, bases, namespace, **kwds):
        plain = {}
        members = {}
        if getattr(namespace, '_given', 0) == 1:
            namespace.pop('_generate_next_value_', None)
        for key, value in namespace.items():
            if _is_member(key, value) and bases:
                members[key] = value
            else:
                plain[key] = value
        for base in bases:
            if getattr(base, '_member_map_', None):
                raise TypeError("<enum %r> cannot extend %r" % (name, base))
        plain['_member_map_'] = {}
        plain['_value2member_map_'] = {}
        plain['_member_names_'] = []
        cls = type.__new__(mcs, name, bases, plain)
        data_type = None
        for base in cls.__mro__[1:]:
            if base in (int, str, float, bytes, tuple):
                data_type = base
                break
        if data_type is not None:
            # What a data type shows of itself is not what an Enum shows.
            for name_ in ('__repr__', '__str__', '__format__'):
                for base in cls.__mro__[1:] if name_ not in plain else ():
                    if isinstance(base, EnumType):
                        type.__setattr__(cls, name_, getattr(base, name_))
                        break
                    if base is not data_type and name_ in base.__dict__:
                        break
        previous = []
        for key, value in members.items():
            value = mcs._resolve(cls, key, value, previous)
            args = value if isinstance(value, tuple) else (value,)
            if '__new__' in plain:
                member = plain['__new__'](cls, *args)
            elif data_type is not None:
                member = data_type.__new__(cls, *args)
            else:
                member = object.__new__(cls)
            if not hasattr(member, '_value_'):
                member._value_ = value if data_type is None else data_type(*args)
            value = member._value_
            previous.append(value)
            same = None
            for other in cls._member_map_.values():
                if other._value_ == value:
                    same = other
                    break
            if same is not None:
                member = same
            else:
                member._name_ = key
                member._sort_order_ = len(cls._member_names_)
                if '__init__' in plain:
                    member.__init__(*args)
                # A combination of flags is an alias: it is found by name and value, but not listed.
                combined = Flag is not None and issubclass(cls, Flag) and (value <= 0 or value & (value - 1))
                if not combined:
                    cls._member_names_.append(key)
            cls._member_map_[key] = member
            type.__setattr__(cls, key, member)
        return cls

    def _resolve(cls, key, value, previous):
        if isinstance(value, auto):
            return cls._generate_next_value_(key, 1, len(previous), previous[:])
        if isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            return tuple(cls._generate_next_value_(key, 1, len(previous), previous[:]) if isinstance(v, auto) else v
                         for v in value)
        return value

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return cls._lookup(value)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            names = list(names.items())
        body = {}
        for i, item in enumerate(names):
            if isinstance(item, str):
                body[item] = auto()
            else:
                body[item[0]] = item[1]
        return EnumType.__new__(EnumType, value, (cls,), body)

    def _lookup(cls, value):
        if isinstance(value, cls):
            return value
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        found = cls._missing_(value)
        if found is None:
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        return found

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % name)
        type.__setattr__(cls, name, value)

    def __repr__(cls):
        return '<%s %r>' % ('flag' if Flag is not None and issubclass(cls, Flag) else 'enum', cls.__name__)


EnumMeta = EnumType
Flag = None


class Enum(metaclass=EnumType):
    """A class of named values."""

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for last in reversed(last_values):
            return last + 1
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __setattr__(self, name, value):
        if name in ('name', 'value'):
            raise AttributeError("<enum '%s'> cannot set attribute '%s'" % (type(self).__name__, name))
        object.__setattr__(self, name, value)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    """An Enum whose members are ints."""

    def __repr__(self):
        return Enum.__repr__(self)

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    __hash__ = int.__hash__
    __eq__ = int.__eq__


class StrEnum(str, Enum):
    """An Enum whose members are texts."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __repr__(self):
        return Enum.__repr__(self)

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)

    __hash__ = str.__hash__
    __eq__ = str.__eq__


class Flag(Enum):
    """An Enum whose members are bits that combine with `|`."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        every = 0
        for member in cls._member_map_.values():
            every |= member._value_
        if value < 0:
            value &= every
        if value & ~every:
            if not issubclass(cls, int):
                raise ValueError('%r is not a valid %s' % (cls, value))
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        made._value_ = value
        parts = [m._name_ for m in cls._parts(value)]
        if parts and value & ~every:
            parts.append(str(value & ~every))
        made._name_ = '|'.join(parts) if parts else None
        cls._value2member_map_[value] = made
        return made

    @classmethod
    def _parts(cls, value):
        return [m for m in cls._member_map_.values()
                if m._value_ and not m._value_ & (m._value_ - 1) and m._value_ & value]

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._parts(self._value_))

    def __len__(self):
        return len(self._parts(self._value_))

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return '<%s: %r>' % (self.__class__.__name__, self._value_)
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        every = 0
        for member in self.__class__._member_map_.values():
            every |= member._value_
        return self.__class__(every & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__
    __hash__ = Enum.__hash__


class IntFlag(int, Flag):
    __eq__ = int.__eq__
    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    def __repr__(self):
        return Flag.__repr__(self)

    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    """Refuses an Enum in which two names have one value."""
    twice = [(alias, member._name_) for alias, member in enumeration.__members__.items() if alias != member._name_]
    if twice:
        raise ValueError('duplicate values found in %r: %s'
                         % (enumeration, ', '.join('%s -> %s' % pair for pair in twice)))
    return enumeration
