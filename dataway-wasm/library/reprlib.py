# repr() of things that contain themselves, and short ones.

_repr = repr


def recursive_repr(fillvalue='...'):
    """A decorator of `__repr__` that gives `fillvalue` inside of itself.

    >>> class Box(list):
    ...     @reprlib.recursive_repr('…')
    ...     def __repr__(self): return 'Box(%s)' % ', '.join(map(repr, self))
    >>> b = Box([1])
    >>> b.append(b)
    >>> b
    Box(1, …)
    """
    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        wrapper.__name__ = function.__name__
        wrapper.__qualname__ = function.__qualname__
        wrapper.__doc__ = function.__doc__
        return wrapper
    return decorate


class Repr:
    """repr with limits on how much it says.

    >>> r = reprlib.Repr()
    >>> r.maxlist = 2
    >>> r.repr([1, 2, 3])
    '[1, 2, ...]'
    """

    def __init__(self):
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__
        method = getattr(self, 'repr_' + name.replace(' ', '_'), None)
        return method(x, level) if method else self._cut(_repr(x), self.maxother)

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        i = max(0, (most - 3) // 2)
        j = max(0, most - 3 - i)
        return text[:i] + '...' + text[len(text) - j:]

    def _row(self, x, level, left, right, most, trail=''):
        if level <= 0 and x:
            inner = '...'
        else:
            parts = []
            for item in x:
                if len(parts) == most:
                    parts.append('...')
                    break
                parts.append(self.repr1(item, level - 1))
            inner = ', '.join(parts)
            if len(parts) == 1 and trail:
                right = trail + right
        return left + inner + right

    def repr_tuple(self, x, level): return self._row(x, level, '(', ')', self.maxtuple, ',')
    def repr_list(self, x, level): return self._row(x, level, '[', ']', self.maxlist)
    def repr_set(self, x, level): return self._row(sorted(x), level, '{', '}', self.maxset) if x else 'set()'
    def repr_frozenset(self, x, level): return self._row(sorted(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'
    def repr_deque(self, x, level): return self._row(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{...}'
        parts = []
        for key in sorted(x):
            if len(parts) == self.maxdict:
                parts.append('...')
                break
            parts.append('%s: %s' % (self.repr1(key, level - 1), self.repr1(x[key], level - 1)))
        return '{%s}' % ', '.join(parts)

    def repr_str(self, x, level):
        text = _repr(x[:self.maxstring])
        return text if len(text) <= self.maxstring else self._cut(_repr(x[:(self.maxstring - 3) // 2] + x[len(x) - self.maxstring:]), self.maxstring)

    def repr_int(self, x, level): return self._cut(_repr(x), self.maxlong)


aRepr = Repr()
repr = aRepr.repr
