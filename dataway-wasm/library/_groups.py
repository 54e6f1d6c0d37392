# Exception groups, and what the compiler makes of `except*`.
_states = []


class BaseExceptionGroup(BaseException):
    """Several exceptions raised as one.

    >>> BaseExceptionGroup('two', [ValueError(1), KeyError(2)]).exceptions
    (ValueError(1), KeyError(2))
    """

    __module__ = 'builtins'

    def __new__(cls, /, *args):
        if len(args) != 2:
            raise TypeError('BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)' % len(args))
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError('BaseExceptionGroup.__new__() argument 1 must be str, not %s' % type(message).__name__)
        if isinstance(exceptions, (dict, set, frozenset)) or not hasattr(exceptions, '__getitem__'):
            raise TypeError('second argument (exceptions) must be a sequence')
        given, exceptions = exceptions, tuple(exceptions)
        if not exceptions:
            raise ValueError('second argument (exceptions) must be a non-empty sequence')
        for i, e in enumerate(exceptions):
            if not isinstance(e, BaseException):
                raise ValueError('Item %d of second argument (exceptions) is not an exception' % i)
        if not all(isinstance(e, Exception) for e in exceptions):
            if cls is ExceptionGroup:
                raise TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
            if issubclass(cls, Exception):
                raise TypeError("Cannot nest BaseExceptions in '%s'" % cls.__name__)
        elif cls is BaseExceptionGroup:
            cls = ExceptionGroup
        self = BaseException.__new__(cls, message, given)
        self._message = message
        self._exceptions = exceptions
        return self

    def __init__(self, message, exceptions, /, *args, **kwargs):
        self.args = (message, exceptions)

    @property
    def message(self):
        return self._message

    @property
    def exceptions(self):
        return self._exceptions

    def __str__(self):
        n = len(self._exceptions)
        return '%s (%d sub-exception%s)' % (self._message, n, '' if n == 1 else 's')

    def derive(self, excs):
        return BaseExceptionGroup(self._message, excs)

    def subgroup(self, condition):
        """The group of those that fit, None when none does.

        >>> ExceptionGroup('two', [ValueError(1), KeyError(2)]).subgroup(KeyError)
        ExceptionGroup('two', [KeyError(2)])
        """
        return self.split(condition)[0]

    def split(self, condition):
        """A group of those that fit and a group of the others.

        >>> ExceptionGroup('two', [ValueError(1), KeyError(2)]).split(KeyError)
        (ExceptionGroup('two', [KeyError(2)]), ExceptionGroup('two', [ValueError(1)]))
        """
        fits = _condition(condition)
        if fits(self):
            return self, None
        yes, no = [], []
        for e in self._exceptions:
            if isinstance(e, BaseExceptionGroup):
                a, b = e.split(fits)
                if a is not None:
                    yes.append(a)
                if b is not None:
                    no.append(b)
            else:
                (yes if fits(e) else no).append(e)
        return _derived(self, yes), _derived(self, no)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class ExceptionGroup(BaseExceptionGroup, Exception):
    """Several exceptions raised as one, each of them an Exception.

    >>> ExceptionGroup('two', [ValueError(1), KeyError(2)]).message
    'two'
    """

    __module__ = 'builtins'


def _derived(group, exceptions):
    if not exceptions:
        return None
    made = group.derive(exceptions)
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    if group.__suppress_context__:
        made.__cause__ = group.__cause__
    if hasattr(group, '__notes__'):
        made.__notes__ = list(group.__notes__)
    return made


def _condition(c):
    if isinstance(c, type) and issubclass(c, BaseException) or isinstance(c, tuple):
        if isinstance(c, tuple) and not all(isinstance(t, type) and issubclass(t, BaseException) for t in c):
            raise TypeError('expected a function, exception type or tuple of exception types')
        return lambda e: isinstance(e, c)
    if not callable(c):
        raise TypeError('expected a function, exception type or tuple of exception types')
    return c


class _State:
    def __init__(self, caught):
        self.caught = caught
        self.rest = caught
        self.raised = []
        self.found = []
        self.context = caught.__context__ if isinstance(caught, BaseExceptionGroup) else None


def _state(caught):
    for s in reversed(_states):
        if s.caught is caught:
            return s
    _states.append(_State(caught))
    return _states[-1]


def matches(caught, types):
    """What of the exception is of these types and not yet dealt with, for the body of an `except*`; None when nothing is."""
    s = _state(caught)
    for t in types if isinstance(types, tuple) else (types,):
        if not (isinstance(t, type) and issubclass(t, BaseException)):
            _states.remove(s)
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(t, BaseExceptionGroup):
            _states.remove(s)
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if s.rest is None:
        return None
    if not isinstance(caught, BaseExceptionGroup):
        if not isinstance(caught, types):
            return None
        s.rest = None
        s.found.append(BaseExceptionGroup('', (caught,)))
        return s.found[0]
    found, s.rest = s.rest.split(types)
    if found is not None:
        s.found.append(found)
    return found


def entered(part):
    """The group that was raised for the body has the context of the whole, not the whole as context."""
    for s in reversed(_states):
        if any(part is f for f in s.found) or part is s.caught:
            part.__context__ = s.context
            return


def raised(caught, exception):
    """Keeps what the body of an `except*` raised."""
    _state(caught).raised.append(exception)


def _leaves(e):
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            yield from _leaves(inner)
    else:
        yield e


# A generator that has not begun raises what is thrown into it as it is: with the context it has.
def _raise(exception):
    (lambda: (yield))().throw(exception)


def finish(caught):
    """Raises what no `except*` has dealt with, and what they raised."""
    s = _state(caught)
    _states.remove(s)
    if not s.raised:
        if s.rest is not None:
            _raise(s.rest)
        return
    if not isinstance(caught, BaseExceptionGroup):
        _raise(s.raised[0])
    kept = set()
    new = []
    for e in s.raised:
        if any(e is f for f in s.found):
            kept.update(map(id, _leaves(e)))
        else:
            new.append(e)
    if s.rest is not None:
        kept.update(map(id, _leaves(s.rest)))
    again = caught.subgroup(lambda e: not isinstance(e, BaseExceptionGroup) and id(e) in kept) if kept else None
    if not new:
        _raise(again)
    if again is not None:
        new.append(again)
    if len(new) == 1:
        _raise(new[0])
    raise BaseExceptionGroup('', new)
