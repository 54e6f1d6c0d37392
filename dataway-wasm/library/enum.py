# Enumerations: classes of named values, and flags that combine.

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property',
           'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_enum', 'EnumCheck',
           'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'show_flag_values', 'global_enum_repr', 'global_flag_repr', 'global_str']

_property = property
Enum = Flag = ReprEnum = None
_nothing = object()


class nonmember:
    """Keeps a value of an Enum's body from becoming a member.

    >>> enum.nonmember(5).value
    5
    """

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would be none, such as a function.

    >>> enum.member(5).value
    5
    """

    def __init__(self, value):
        self.value = value


class auto:
    """The next value of an Enum.

    >>> class Size(enum.Enum):
    ...     SMALL = enum.auto()
    ...     LARGE = enum.auto()
    >>> Size.LARGE.value
    2
    """

    def __init__(self, value=_nothing):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


def _around(name, mark):
    size = len(mark)
    return (len(name) > 2 * size and name[:size] == name[-size:] == mark and name[size] != '_' and name[-size - 1] != '_')


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


_SINGLE_NAMES = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                 '_iter_member_by_value_', '_iter_member_by_def_')


class _EnumDict(dict):
    """The body of an Enum: what is said in it, and which of it are members."""

    def __init__(self, name=''):
        self._cls_name = name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        if key.startswith('_%s__' % self._cls_name) and self._cls_name and not key.endswith('__'):
            pass
        elif _around(key, '_'):
            if key not in _SINGLE_NAMES:
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % key)
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))
        elif _around(key, '__'):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._next(key, value)
            elif type(value) is tuple and any(isinstance(v, auto) for v in value):
                value = tuple([self._next(key, v) if isinstance(v, auto) else v for v in value])
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        dict.__setitem__(self, key, value)

    def _next(self, key, value):
        if value.value is _nothing:
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(value.value)
        return value.value

    def update(self, members=(), **more):
        for key, value in members.items() if hasattr(members, 'items') else members:
            self[key] = value
        for key, value in more.items():
            self[key] = value


def _data_type(bases):
    """The type that members are values of as well; object when there is none."""
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found.append(base._member_type_)
                break
            if base.__module__ == 'builtins' or '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                found.append(candidate or base)
                break
            candidate = candidate or base
    kinds = set(found)
    if len(kinds) > 1:
        raise TypeError('too many data types for %s: %r' % (bases, kinds))
    return found[0] if found else object


def _first_enum(name, bases):
    for base in bases:
        if isinstance(base, EnumType) and base._member_map_:
            kind = 'flag' if Flag and issubclass(base, Flag) else 'enum'
            raise TypeError('<%s %r> cannot extend %r' % (kind, name, base))
    if bases and not isinstance(bases[-1], EnumType):
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
    return bases[-1] if bases else None


class EnumType(type):
    """The class of Enum classes.

    >>> class Size(enum.Enum): SMALL = 1
    >>> type(Size), len(Size)
    (<class 'enum.EnumType'>, 1)
    """

    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        body = _EnumDict(name)
        first = _first_enum(name, bases)
        if first is not None:
            body._generate_next_value = first._generate_next_value_
        return body

    def __new__(mcs, name, bases, namespace, *, boundary=None, **kwds):
        first = _first_enum(name, bases)
        names = list(namespace._member_names)
        wrong = [n for n in names if n in ('mro', '')]
        if wrong:
            raise ValueError('invalid enum member name(s) %s' % ','.join(map(repr, wrong)))
        plain = {key: value for key, value in namespace.items()
                 if key not in namespace._member_names and key not in namespace._ignore and key != '_ignore_'}
        order = plain.pop('_order_', None)
        if '_generate_next_value_' in plain and not isinstance(plain['_generate_next_value_'], staticmethod):
            plain['_generate_next_value_'] = staticmethod(plain['_generate_next_value_'])
        plain['_member_map_'] = {}
        plain['_value2member_map_'] = {}
        plain['_member_names_'] = []
        plain['_member_type_'] = data_type = _data_type(bases) if bases else object
        plain['_boundary_'] = boundary or getattr(first, '_boundary_', None)
        plain['_flag_mask_'] = plain['_singles_mask_'] = plain['_all_bits_'] = 0
        own_new = plain.pop('__new__', None)
        if own_new is not None:
            plain['_new_member_'] = own_new if isinstance(own_new, staticmethod) else staticmethod(own_new)
        cls = type.__new__(mcs, name, bases, plain, **kwds)
        if first is not None:
            mcs._choose_texts(cls, bases, plain, data_type)
        for key in names:
            mcs._add(cls, key, namespace[key])
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else order
            order = [n for n in order if n not in cls._member_map_ or n in cls._member_names_]
            if order != cls._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (cls._member_names_, order))
        return cls

    def __init__(cls, name, bases, namespace, *, boundary=None, **kwds):
        pass

    def _choose_texts(cls, bases, plain, data_type):
        # What a data type shows of itself is not what an Enum shows, but of a ReprEnum.
        if ReprEnum is not None and ReprEnum in bases:
            if data_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in plain:
                type.__setattr__(cls, '__format__', lambda self, spec: data_type.__format__(self, spec) if spec else str(self))
            if '__str__' not in plain:
                show = data_type.__str__ if data_type in (str, bytes) or data_type.__module__ != 'builtins' else data_type.__repr__
                type.__setattr__(cls, '__str__', lambda self: show(self))
        for name in ('__repr__', '__str__', '__format__'):
            if name in cls.__dict__:
                continue
            for base in cls.__mro__[1:]:
                if base.__module__ == 'builtins' or name in base.__dict__:
                    if not isinstance(base, EnumType) and issubclass(data_type, base):
                        type.__setattr__(cls, name, getattr(bases[-1], name))
                    break

    def _add(cls, key, value):
        data_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        make = getattr(cls, '_new_member_', None)
        if make is not None:
            made = make(cls, *args)
        elif data_type is object:
            made = object.__new__(cls)
        else:
            made = data_type.__new__(cls, *args)
        if '_value_' not in getattr(made, '__dict__', {}):
            if data_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = data_type(*args)
                except Exception as error:
                    raise TypeError('_value_ not set in __new__, unable to create it') from error
        value = made._value_
        made._name_ = key
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        is_flag = Flag is not None and issubclass(cls, Flag)
        same = cls._known(value)
        if same is not None:
            made = same
        elif not is_flag or value > 0 and not value & value - 1:
            cls._member_names_.append(key)
        if is_flag and isinstance(value, int):
            type.__setattr__(cls, '_flag_mask_', cls._flag_mask_ | value)
            if value > 0 and not value & value - 1:
                type.__setattr__(cls, '_singles_mask_', cls._singles_mask_ | value)
            type.__setattr__(cls, '_all_bits_', 2 ** cls._flag_mask_.bit_length() - 1)
        cls._member_map_[key] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            pass
        type.__setattr__(cls, key, made)

    def _known(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for one in cls._member_map_.values():
                if one._value_ == value:
                    return one

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls._lookup(value)
        bases = (cls,) if type is None else (type, cls)
        body = EnumType.__prepare__(value, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for name in names:
                values.append(_first_enum(value, bases)._generate_next_value_(name, start, len(values), values[:]))
            names = list(zip(names, values))
        for item in names:
            if isinstance(item, str):
                body[item] = names[item]
            else:
                body[item[0]] = item[1]
        if module is not None:
            body['__module__'] = module
        if qualname is not None:
            body['__qualname__'] = qualname
        return EnumType.__new__(EnumType, value, bases, body, boundary=boundary)

    def _lookup(cls, value):
        if isinstance(value, cls):
            return value
        found = cls._known(value)
        if found is not None:
            return found
        failure = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        try:
            found = cls._missing_(value)
        except Exception as error:
            if not isinstance(error, ValueError) and error.__context__ is None:
                error.__context__ = failure
            raise
        if isinstance(found, cls):
            return found
        if found is None:
            raise failure
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(found, int):
            return found
        error = TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (cls.__name__, found))
        error.__context__ = failure
        raise error

    def __getattr__(cls, name):
        raise AttributeError(name)

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

    @_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % name)
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        type.__delattr__(cls, name)

    def __repr__(cls):
        return '<%s %r>' % ('flag' if Flag is not None and issubclass(cls, Flag) else 'enum', cls.__name__)


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """A class of named values.

    >>> class Colour(enum.Enum):
    ...     RED = 1
    ...     BLUE = 2
    >>> Colour.RED, Colour(2).name, Colour['BLUE'].value, list(Colour)
    (<Colour.RED: 1>, 'BLUE', 2, [<Colour.RED: 1>, <Colour.BLUE: 2>])
    """

    def __init__(self, *args, **kwds):
        pass

    @_property
    def name(self):
        """The name.

        >>> class Size(enum.Enum): SMALL = 1
        >>> Size.SMALL.name
        'SMALL'
        """
        return self._name_

    @_property
    def value(self):
        """The value.

        >>> class Size(enum.Enum): SMALL = 1
        >>> Size.SMALL.value
        1
        """
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return True if self is other else NotImplemented

    def __setattr__(self, name, value):
        if name in ('name', 'value') and not isinstance(type(self).__dict__.get(name), _property):
            raise AttributeError("<enum 'Enum'> cannot set attribute %r" % name)
        object.__setattr__(self, name, value)

    def __dir__(self):
        own = [name for cls in self.__class__.mro() for name in cls.__dict__
               if name[0] != '_' and name not in self._member_map_]
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value', *own})

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """An Enum whose texts are those of its data type.

    >>> class Price(float, enum.ReprEnum): LOW = 1.5
    >>> str(Price.LOW)
    '1.5'
    """

    pass


class IntEnum(int, ReprEnum):
    """An Enum whose members are ints.

    >>> class Size(enum.IntEnum): SMALL = 1
    >>> Size.SMALL + 1, str(Size.SMALL)
    (2, '1')
    """

    __hash__ = int.__hash__
    __eq__ = int.__eq__


class StrEnum(str, ReprEnum):
    """An Enum whose members are texts.

    >>> class Size(enum.StrEnum): SMALL = enum.auto()
    >>> Size.SMALL == 'small'
    True
    """

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if values and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % values[2])
        made = str.__new__(cls, str(*values))
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    __hash__ = str.__hash__
    __eq__ = str.__eq__


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has: STRICT refuses, CONFORM drops, EJECT gives an int, KEEP keeps them.

    >>> enum.FlagBoundary.KEEP
    <FlagBoundary.KEEP: 'keep'>
    """

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(number, width):
    digits = number.bit_length()
    if number >= 0:
        shown = '0b0', format(number, 'b').zfill(digits) if digits else ''
    else:
        shown = '0b1', format(~number ^ (1 << digits) - 1, 'b').zfill(digits)
    sign, text = shown
    return '%s %s' % (sign, text.rjust(width, sign[-1]))


class Flag(Enum, boundary=STRICT):
    """An Enum whose members are bits that combine with `|`.

    >>> class Right(enum.Flag):
    ...     READ = enum.auto()
    ...     WRITE = enum.auto()
    >>> Right.READ | Right.WRITE, Right.READ in Right(3)
    (<Right.READ|WRITE: 3>, True)
    """

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except AttributeError:
            raise TypeError('invalid flag value %r' % last) from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask, every = cls._flag_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s'
                                 % (cls, value, _bits(value, width), _bits(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            negative = value
            value += every + 1
        if value in cls._value2member_map_:
            made = cls._value2member_map_[value]
        else:
            made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
            made._value_ = value
            names = [one._name_ for one in cls._iter_member_(value & cls._singles_mask_)]
            unknown = value & ~mask
            if unknown and names:
                names.append(cls._numeric_repr_(unknown))
            made._name_ = '|'.join(names) if names else None
            cls._value2member_map_[value] = made
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _iter_member_(cls, value):
        return [one for one in cls if one._value_ & value]

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._iter_member_(self._value_))

    def __len__(self):
        return self._value_.bit_count()

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
        if self._member_type_ is not object and isinstance(other, self._member_type_):
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
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__
    __hash__ = Enum.__hash__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A Flag whose members are ints; bits without a name are kept.

    >>> class Right(enum.IntFlag): READ = 4
    >>> Right.READ | 1, Right.READ + 1
    (<Right.READ|1: 5>, 5)
    """

    __eq__ = int.__eq__
    __hash__ = int.__hash__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__


class property(_property):
    """A property of an Enum's members.

    >>> class Size(enum.Enum):
    ...     SMALL = 1
    ...     @enum.property
    ...     def label(self): return self.name.title()
    >>> Size.SMALL.label
    'Small'
    """

    pass


def unique(enumeration):
    """Refuses an Enum in which two names have one value.

    >>> @enum.unique
    ... class Size(enum.Enum): SMALL = 1
    """
    twice = [(alias, one._name_) for alias, one in enumeration.__members__.items() if alias != one._name_]
    if twice:
        raise ValueError('duplicate values found in %r: %s'
                         % (enumeration, ', '.join('%s -> %s' % pair for pair in twice)))
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` looks for.

    >>> enum.EnumCheck.UNIQUE
    <EnumCheck.UNIQUE: 'one name per value'>
    """

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Refuses an Enum that is not as it should be: UNIQUE, CONTINUOUS, NAMED_FLAGS.

    >>> @enum.verify(enum.UNIQUE)
    ... class Size(enum.Enum): SMALL = 1
    """

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                twice = [(alias, one.name) for alias, one in enumeration.__members__.items() if alias != one.name]
                if twice:
                    raise ValueError('aliases found in %r: %s'
                                     % (enumeration, ', '.join('%s -> %s' % pair for pair in twice)))
            elif check is CONTINUOUS:
                values = {one.value for one in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    wanted = [1 << i for i in range(low.bit_length(), high.bit_length() - 1)]
                else:
                    wanted = range(low + 1, high)
                missing = [i for i in wanted if i not in values]
                if missing:
                    raise ValueError(('invalid %s %r: missing values %s' % (
                        'flag' if is_flag else 'enum', name, ', '.join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                names, bits = [], 0
                values = [one.value for one in enumeration]
                for alias, one in enumeration.__members__.items():
                    if one.name in enumeration._member_names_ or one.value < 0:
                        continue
                    unnamed = [bit for bit in (1 << i for i in range(one.value.bit_length())) if one.value & bit and bit not in values]
                    if unnamed:
                        names.append(alias)
                        for bit in unnamed:
                            bits |= bit
                if names:
                    missing = 'value 0x%x' % bits if bits.bit_count() == 1 else 'combined values of 0x%x' % bits
                    start = 'alias %s is' % names[0] if len(names) == 1 else \
                        'aliases %s and %s are' % (', '.join(names[:-1]), names[-1])
                    raise ValueError('invalid Flag %r: %s missing %s [use enum.show_flag_values(value) for details]'
                                     % (name, start, missing))
        return enumeration


def show_flag_values(value):
    """The bits of a flag's value.

    >>> enum.show_flag_values(5)
    [1, 4]
    """
    return [1 << i for i in range(int(value).bit_length()) if int(value) >> i & 1]


def global_enum_repr(self):
    """The name with its module.

    >>> class Size(enum.Enum): SMALL = 1
    >>> enum.global_enum_repr(Size.SMALL).split('.')[-1]
    'SMALL'
    """
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    """The names with their module."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    return '|'.join(name if name[:1].isdigit() else '%s.%s' % (module, name) for name in self._name_.split('|'))


def global_str(self):
    """The name alone.

    >>> class Size(enum.Enum): SMALL = 1
    >>> enum.global_str(Size.SMALL)
    'SMALL'
    """
    return '%s(%r)' % (self.__class__.__name__, self._value_) if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Puts an Enum's members into its module, and shows them as the module's."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    import sys
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls
