# Containers beyond the built-in ones: namedtuple, deque, Counter, OrderedDict, defaultdict, ChainMap.


_KEYWORDS = frozenset((
    'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
    'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal',
    'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'))


_missing = object()


class _Field:
    def __init__(self, at, name):
        self._at = at
        self.__doc__ = 'Alias for field number %d' % at

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return tuple.__getitem__(obj, self._at)

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names.

    >>> collections.namedtuple('Point', 'x y')(1, y=2)
    Point(x=1, y=2)
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                field_names[i] = '_%d' % i
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        if name in _KEYWORDS:
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)
    fields = tuple(field_names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    size = len(fields)

    def __new__(cls, /, *args, **kwargs):
        if len(args) == size and not kwargs:
            return tuple.__new__(cls, args)
        if len(args) > size:
            raise TypeError('%s.__new__() takes %s positional argument%s but %d were given'
                            % (typename,
                               'from %d to %d' % (size + 1 - len(field_defaults), size + 1) if field_defaults else size + 1,
                               '' if size == 0 and not field_defaults else 's', len(args) + 1))
        values = list(args)
        for name in fields[:len(args)]:
            if name in kwargs:
                raise TypeError("%s.__new__() got multiple values for argument '%s'" % (typename, name))
        missing = []
        for name in fields[len(args):]:
            if name in kwargs:
                values.append(kwargs.pop(name))
            elif name in field_defaults:
                values.append(field_defaults[name])
            else:
                missing.append(name)
        for name in kwargs:
            if name not in fields:
                raise TypeError("%s.__new__() got an unexpected keyword argument '%s'" % (typename, name))
        if missing:
            quoted = ["'%s'" % name for name in missing]
            if len(quoted) > 2:
                text = ', '.join(quoted[:-1]) + ', and ' + quoted[-1]
            else:
                text = ' and '.join(quoted)
            raise TypeError('%s.__new__() missing %d required positional argument%s: %s'
                            % (typename, len(missing), '' if len(missing) == 1 else 's', text))
        return tuple.__new__(cls, values)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != size:
            raise TypeError('Expected %d arguments, got %d' % (size, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make(kwds.pop(name, value) for name, value in zip(fields, self))
        if kwds:
            raise ValueError('Got unexpected field names: %r' % list(kwds))
        return result

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % pair for pair in zip(fields, self)))

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': '%s(%s)' % (typename, ', '.join(fields)),
        '__module__': '__main__' if module is None else module,
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for at, name in enumerate(fields):
        namespace[name] = _Field(at, name)
    return type(typename, (tuple,), namespace)


_shown = set()


def _once(self, inside, show):
    """What `show` gives; of something that is just being shown, what stands for it inside itself."""
    if id(self) in _shown:
        return inside
    _shown.add(id(self))
    try:
        return show()
    finally:
        _shown.discard(id(self))


class OrderedDict(dict):
    """A dict that can move its entries.

    >>> list(collections.OrderedDict(a=1, b=2))
    ['a', 'b']
    """

    __typename__ = 'collections.OrderedDict'

    def popitem(self, last=True):
        """Takes the last entry out, or the first with `last=False`.

        >>> collections.OrderedDict(a=1, b=2).popitem(last=False)
        ('a', 1)
        """
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        """Moves an entry to the end, or to the front with `last=False`.

        >>> (lambda d: d.move_to_end('a') or list(d))(collections.OrderedDict(a=1, b=2))
        ['b', 'a']
        """
        # What a subclass does on reading and setting is not to happen here.
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, rest)

    def pop(self, key, default=_missing):
        return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        return dict.setdefault(self, key, default)

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(other)
        made.update(self)
        return made

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        return _once(self, '...', lambda: '%s(%r)' % (self.__class__.__name__, list(self.items())))


class defaultdict(dict):
    """A dict that makes missing values: `defaultdict(list)`.

    >>> collections.defaultdict(list)['new']
    []
    """

    __typename__ = 'collections.defaultdict'

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    def __copy__(self):
        return self.copy()

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __repr__(self):
        factory = _once(self, '...', lambda: repr(self.default_factory))
        return '%s(%s, %s)' % (type(self).__name__, factory, dict.__repr__(self))


class Counter(dict):
    """How often each item occurs: a dict of counts.

    >>> collections.Counter('abca')['a']
    2
    >>> collections.Counter(a=3) - collections.Counter(a=1)
    Counter({'a': 2})
    """

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts.

        >>> collections.Counter('abca').total()
        4
        """
        return sum(self.values())

    def most_common(self, n=None):
        """The `n` most frequent items with their counts.

        >>> collections.Counter('abcab').most_common(2)
        [('a', 2), ('b', 2)]
        """
        found = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return found if n is None else found[:max(n, 0)]

    def elements(self):
        """Each item as often as it is counted.

        >>> list(collections.Counter(a=2, b=1).elements())
        ['a', 'a', 'b']
        """
        for key, count in self.items():
            for _ in range(count):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Adds counts.

        >>> (lambda c: c.update('ab') or c)(collections.Counter('a'))
        Counter({'a': 2, 'b': 1})
        """
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, 'items') and hasattr(iterable, 'keys'):
                if not self:
                    dict.update(self, iterable)
                    iterable = {}
                for key, count in iterable.items():
                    self[key] = count + self.get(key, 0)
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts off; they may become negative.

        >>> (lambda c: c.subtract('ab') or c)(collections.Counter('a'))
        Counter({'a': 0, 'b': -1})
        """
        if iterable is not None:
            if isinstance(iterable, dict):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) - count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return '%s(%r)' % (self.__class__.__name__, shown)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _merged(self, other, pick):
        result = Counter()
        for key in self:
            count = pick(self[key], other[key])
            if count > 0:
                result[key] = count
        for key in other:
            if key not in self:
                count = pick(0, other[key])
                if count > 0:
                    result[key] = count
        return result

    def __add__(self, other):
        return self._merged(other, lambda a, b: a + b) if isinstance(other, Counter) else NotImplemented

    def __sub__(self, other):
        return self._merged(other, lambda a, b: a - b) if isinstance(other, Counter) else NotImplemented

    def __or__(self, other):
        return self._merged(other, max) if isinstance(other, Counter) else NotImplemented

    def __and__(self, other):
        return self._merged(other, min) if isinstance(other, Counter) else NotImplemented

    def __pos__(self):
        return self._merged(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._merged(Counter(), lambda a, b: -a)

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self


class deque:
    """A list that is quick at both ends; `maxlen` keeps only the last.

    >>> collections.deque([1, 2, 3, 4], maxlen=3)
    deque([2, 3, 4], maxlen=3)
    """

    __typename__ = 'collections.deque'

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._maxlen = maxlen
        # Two stacks' worth of one list: the front part is kept reversed, so that both ends are cheap.
        self._front = []
        self._back = []
        self._changes = 0
        self.extend(iterable)

    maxlen = property(lambda self: self._maxlen)

    def append(self, x):
        """Adds an item at the right end.

        >>> (lambda d: d.append(3) or d)(collections.deque([1, 2]))
        deque([1, 2, 3])
        """
        self._changes += 1
        self._back.append(x)
        if self._maxlen is not None and len(self) > self._maxlen:
            self.popleft()

    def appendleft(self, x):
        """Adds an item at the left end.

        >>> (lambda d: d.appendleft(0) or d)(collections.deque([1, 2]))
        deque([0, 1, 2])
        """
        self._changes += 1
        self._front.append(x)
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def extend(self, iterable):
        """Adds items at the right end.

        >>> (lambda d: d.extend('ab') or d)(collections.deque())
        deque(['a', 'b'])
        """
        for x in (list(self) if iterable is self else iterable):
            self.append(x)

    def extendleft(self, iterable):
        """Adds items at the left end, one by one.

        >>> (lambda d: d.extendleft('ab') or d)(collections.deque())
        deque(['b', 'a'])
        """
        for x in (list(self) if iterable is self else iterable):
            self.appendleft(x)

    def pop(self):
        """Takes the right item out.

        >>> collections.deque([1, 2]).pop()
        2
        """
        if not self._back:
            if not self._front:
                raise IndexError('pop from an empty deque')
            half = (len(self._front) + 1) // 2
            self._back = self._front[:half][::-1]
            self._front = self._front[half:]
        self._changes += 1
        return self._back.pop()

    def popleft(self):
        """Takes the left item out.

        >>> collections.deque([1, 2]).popleft()
        1
        """
        if not self._front:
            if not self._back:
                raise IndexError('pop from an empty deque')
            half = (len(self._back) + 1) // 2
            self._front = self._back[:half][::-1]
            self._back = self._back[half:]
        self._changes += 1
        return self._front.pop()

    def _items(self):
        return self._front[::-1] + self._back

    def _become(self, items):
        self._changes += 1
        self._front = []
        self._back = items

    def _index(self, i, what='deque index out of range'):
        if not hasattr(i, '__index__'):
            raise TypeError("sequence index must be integer, not '%s'" % type(i).__name__)
        n = len(self)
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError(what)
        return i

    def __getitem__(self, i):
        i = self._index(i)
        k = len(self._front)
        return self._front[k - 1 - i] if i < k else self._back[i - k]

    def __setitem__(self, i, value):
        i = self._index(i)
        k = len(self._front)
        if i < k:
            self._front[k - 1 - i] = value
        else:
            self._back[i - k] = value

    def __delitem__(self, i):
        i = self._index(i)
        items = self._items()
        del items[i]
        self._become(items)

    def __len__(self):
        return len(self._front) + len(self._back)

    def __bool__(self):
        return len(self) > 0

    def __iter__(self):
        return self._walk(range(len(self)), self._changes)

    def __reversed__(self):
        return self._walk(range(len(self) - 1, -1, -1), self._changes)

    def _walk(self, places, changes):
        for i in places:
            if self._changes != changes:
                raise RuntimeError('deque mutated during iteration')
            yield self[i]
        if self._changes != changes and not places:
            raise RuntimeError('deque mutated during iteration')

    def __contains__(self, x):
        return any(item is x or item == x for item in self)

    def clear(self):
        self._become([])

    def copy(self):
        return type(self)(self, self._maxlen)

    def __copy__(self):
        return self.copy()

    def count(self, x):
        return sum(1 for item in self if item is x or item == x)

    def index(self, x, start=0, stop=None):
        items = self._items()
        changes = self._changes
        n = len(items)
        start = max(start + n, 0) if start < 0 else start
        stop = n if stop is None else (stop + n if stop < 0 else min(stop, n))
        for i in range(start, stop):
            same = items[i] is x or items[i] == x
            if self._changes != changes:
                raise RuntimeError('deque mutated during iteration')
            if same:
                return i
        raise ValueError('%r is not in deque' % (x,))

    def insert(self, i, x):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError('deque already at its maximum size')
        items = self._items()
        items.insert(i, x)
        self._become(items)

    def remove(self, value):
        items = self._items()
        changes = self._changes
        found = value in items
        if self._changes != changes:
            raise IndexError('deque mutated during iteration')
        if not found:
            raise ValueError('%r is not in deque' % (value,))
        items.remove(value)
        self._become(items)

    def reverse(self):
        self._become(self._items()[::-1])

    def rotate(self, n=1):
        """Moves all items `n` places to the right.

        >>> (lambda d: d.rotate(1) or d)(collections.deque([1, 2, 3]))
        deque([3, 1, 2])
        """
        items = self._items()
        if items:
            n %= len(items)
            self._become(items[-n:] + items[:-n] if n else items)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self._items() * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = self._items() * n
        self._become([])
        self.extend(items)
        return self

    def __eq__(self, other):
        return self._items() == other._items() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items() < other._items() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items() <= other._items() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items() > other._items() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items() >= other._items() if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        shown = '[' + ', '.join('[...]' if item is self else repr(item) for item in self) + ']'
        if self._maxlen is None:
            return '%s(%s)' % (type(self).__name__, shown)
        return '%s(%s, maxlen=%d)' % (type(self).__name__, shown, self._maxlen)


class ChainMap:
    """Several dicts seen as one: the first that has a key wins.

    >>> dict(collections.ChainMap({'a': 1}, {'a': 2, 'b': 3}))
    {'a': 1, 'b': 3}
    """

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _keys(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return merged

    def __len__(self):
        return len(self._keys())

    def __iter__(self):
        return iter(self._keys())

    def __contains__(self, key):
        return any(key in m for m in self.maps)

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return self._keys().keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    def __or__(self, other):
        if not isinstance(other, (dict, ChainMap, UserDict)):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, (dict, ChainMap, UserDict)):
            return NotImplemented
        made = dict(other)
        for child in reversed(self.maps):
            made.update(child)
        return self.__class__(made)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.') from None

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def new_child(self, m=None, **kwargs):
        """A ChainMap with another dict in front.

        >>> collections.ChainMap({'a': 1}).new_child({'a': 2})['a']
        2
        """
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError('Key not found in the first mapping: %r' % (key,))
        del self.maps[0][key]

    def pop(self, key, *args):
        if key not in self.maps[0] and not args:
            raise KeyError('Key not found in the first mapping: %r' % (key,))
        return self.maps[0].pop(key, *args)

    def update(self, *args, **kwargs):
        self.maps[0].update(*args, **kwargs)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self):
        self.maps[0].clear()

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if hasattr(other, 'items') else NotImplemented

    __hash__ = None

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, ', '.join(map(repr, self.maps)))


class UserDict:
    """A dict in an object of its own, `data`.

    >>> collections.UserDict(a=1).data
    {'a': 1}
    """

    __match_mapping__ = True

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), '__missing__'):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        if isinstance(other, UserDict):
            return self.data == other.data
        return dict(self.items()) == other if isinstance(other, dict) else NotImplemented

    __hash__ = None

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kwargs):
        if hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __or__(self, other):
        if not isinstance(other, (dict, UserDict)):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, (dict, UserDict)):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class UserList:
    """A list in an object of its own, `data`.

    >>> collections.UserList([1, 2]) + [3]
    [1, 2, 3]
    """

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(initlist.data if isinstance(initlist, UserList) else initlist)

    def _other(self, other):
        return other.data if isinstance(other, UserList) else other

    def __repr__(self): return repr(self.data)
    def __lt__(self, other): return self.data < self._other(other)
    def __le__(self, other): return self.data <= self._other(other)
    def __eq__(self, other): return self.data == self._other(other)
    def __gt__(self, other): return self.data > self._other(other)
    def __ge__(self, other): return self.data >= self._other(other)
    __hash__ = None
    def __contains__(self, item): return item in self.data
    def __len__(self): return len(self.data)
    def __getitem__(self, i): return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]
    def __setitem__(self, i, item): self.data[i] = item
    def __delitem__(self, i): del self.data[i]
    def __add__(self, other): return self.__class__(self.data + list(self._other(other)))
    def __radd__(self, other): return self.__class__(list(self._other(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(self._other(other))
        return self

    def __mul__(self, n): return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item): self.data.append(item)
    def insert(self, i, item): self.data.insert(i, item)
    def pop(self, i=-1): return self.data.pop(i)
    def remove(self, item): self.data.remove(item)
    def clear(self): self.data.clear()
    def copy(self): return self.__class__(self)
    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.data = self.data[:]
        return made

    def count(self, item): return self.data.count(item)
    def index(self, item, *args): return self.data.index(item, *args)
    def reverse(self): self.data.reverse()
    def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
    def extend(self, other): self.data.extend(self._other(other))


class UserString:
        """A text in an object of its own, `data`.

        >>> collections.UserList([1, 1]).count(1)
        2

        >>> collections.UserList([1, 2]).index(2)
        1

        >>> l = collections.UserList([1, 2])
        >>> l.reverse()
        >>> l
        [2, 1]

        >>> l = collections.UserList([2, 1])
        >>> l.sort()
        >>> l
        [1, 2]

        >>> l = collections.UserList([1])
        >>> l.extend([2])
        >>> l
        [1, 2]

    >>> collections.UserString('abc').upper()
    'ABC'
        """

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def _other(self, other):
        return other.data if isinstance(other, UserString) else other

    def __str__(self): return str(self.data)
    def __repr__(self): return repr(self.data)
    def __int__(self): return int(self.data)
    def __float__(self): return float(self.data)
    def __hash__(self): return hash(self.data)
    def __eq__(self, other): return self.data == self._other(other)
    def __lt__(self, other): return self.data < self._other(other)
    def __le__(self, other): return self.data <= self._other(other)
    def __gt__(self, other): return self.data > self._other(other)
    def __ge__(self, other): return self.data >= self._other(other)
    def __contains__(self, part): return self._other(part) in self.data
    def __len__(self): return len(self.data)
    def __getitem__(self, i): return self.__class__(self.data[i])
    def __add__(self, other): return self.__class__(self.data + str(self._other(other)))
    def __radd__(self, other): return self.__class__(str(other) + self.data)
    def __mul__(self, n): return self.__class__(self.data * n)
    def __mod__(self, args): return self.__class__(self.data % args)
    def __rmod__(self, template): return self.__class__(str(template) % self)

    __rmul__ = __mul__

    def __getattr__(self, name):
        if name == 'data' or name.startswith('__') or not hasattr(str, name):
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        method = getattr(self.data, name)

        def call(*args, **kwargs):
            found = method(*map(self._other, args), **kwargs)
            return self.__class__(found) if isinstance(found, str) and name not in ('join',) else found
        return call
