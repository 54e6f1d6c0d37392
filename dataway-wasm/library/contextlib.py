# Context managers made of generators, and a few ready ones.

import sys
from abc import ABC, abstractmethod
from _async_context import *
from functools import wraps


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AbstractContextManager(ABC):
    def __enter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return hasattr(C, '__enter__') and hasattr(C, '__exit__') or NotImplemented
        return NotImplemented

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Makes a context manager of a generator that yields once.

    >>> contextlib.contextmanager(lambda: (x for x in [7]))().__enter__()
    7
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """A context that closes its object at the end.

    >>> contextlib.closing('thing').__enter__()
    'thing'
    """

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    """A context in which these exceptions are swallowed.

    >>> contextlib.suppress(KeyError).__exit__(KeyError, KeyError('a'), None)
    True
    """

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    """A context that does nothing.

    >>> contextlib.nullcontext(5).__enter__()
    5
    """

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class ExitStack(AbstractContextManager):
    """A context for any number of others, left in reverse order.

    >>> (lambda s: s.callback(print) is print and s.enter_context(contextlib.nullcontext(1)))(contextlib.ExitStack())
    1
    """

    def __init__(self):
        self._exits = []

    def pop_all(self):
        made = type(self)()
        made._exits, self._exits = self._exits, []
        return made

    def push(self, exit):
        cls = type(exit)
        self._exits.append(cls.__exit__.__get__(exit, cls) if hasattr(cls, '__exit__') else exit)
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the context manager protocol"
                            % (cls.__module__, cls.__qualname__)) from None
        result = enter(cm)
        self._exits.append(leave.__get__(cm, cls))
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exits.append(leave)
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        received = details[0] is not None
        outer = sys.exc_info()[1]
        suppressed = pending = False

        def fix_context(new, old):
            # As if the exits were nested with statements.
            while True:
                context = new.__context__
                if context is None or context is old:
                    return
                if context is outer:
                    break
                new = context
            new.__context__ = old

        while self._exits:
            try:
                if self._exits.pop()(*details):
                    suppressed = True
                    pending = False
                    details = (None, None, None)
            except BaseException as new:
                fix_context(new, details[1])
                pending = True
                details = (type(new), new, new.__traceback__)
        if pending:
            context = details[1].__context__
            try:
                raise details[1]
            except BaseException:
                details[1].__context__ = context
                raise
        return received and suppressed


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    r"""What is printed goes to another file meanwhile.

    >>> import io
    >>> with contextlib.redirect_stdout(io.StringIO()) as out: print('kept')
    >>> out.getvalue()
    'kept\n'
    """

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    r"""The same for `sys.stderr`.

    >>> import io, sys
    >>> with contextlib.redirect_stderr(io.StringIO()) as out: print('kept', file=sys.stderr)
    >>> out.getvalue()
    'kept\n'
    """

    _stream = 'stderr'
