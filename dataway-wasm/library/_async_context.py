# The part of contextlib for `async with`.

from abc import ABC, abstractmethod
from functools import wraps

__all__ = ['AbstractAsyncContextManager', 'AsyncContextDecorator', 'AsyncExitStack', 'aclosing', 'asynccontextmanager']


class AbstractAsyncContextManager(ABC):
    """What `async with` can enter.

    >>> issubclass(contextlib.AsyncExitStack, contextlib.AbstractAsyncContextManager)
    True
    """

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return hasattr(C, '__aenter__') and hasattr(C, '__aexit__') or NotImplemented
        return NotImplemented


class AsyncContextDecorator:
    """Makes an asynchronous context manager a decorator as well.

    >>> hasattr(contextlib.AsyncContextDecorator, '__call__')
    True
    """

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


class _AsyncGeneratorContextManager(AbstractAsyncContextManager, AsyncContextDecorator):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an asynchronous generator that yields once.

    >>> @contextlib.asynccontextmanager
    ... async def lent(): yield 7
    >>> async def borrow():
    ...     async with lent() as n: return n
    >>> try: borrow().send(None)
    ... except StopIteration as stop: print(stop.value)
    7
    """
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class aclosing(AbstractAsyncContextManager):
    """A context that waits for `aclose()` of its object at the end.

    >>> contextlib.aclosing('thing').thing
    'thing'
    """

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(AbstractAsyncContextManager):
    """An asynchronous context for any number of others, left in reverse order.

    >>> contextlib.AsyncExitStack().push_async_callback(print) is print
    True
    """

    def __init__(self):
        self._exits = []

    def pop_all(self):
        made = type(self)()
        made._exits, self._exits = self._exits, []
        return made

    def push(self, exit):
        cls = type(exit)
        self._exits.append((False, cls.__exit__.__get__(exit, cls) if hasattr(cls, '__exit__') else exit))
        return exit

    def push_async_exit(self, exit):
        cls = type(exit)
        self._exits.append((True, cls.__aexit__.__get__(exit, cls) if hasattr(cls, '__aexit__') else exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the context manager protocol"
                            % (cls.__module__, cls.__qualname__)) from None
        result = enter(cm)
        self._exits.append((False, leave.__get__(cm, cls)))
        return result

    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError("'%s.%s' object does not support the asynchronous context manager protocol"
                            % (cls.__module__, cls.__qualname__)) from None
        result = await enter(cm)
        self._exits.append((True, leave.__get__(cm, cls)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def leave(exc_type, exc, tb):
            callback(*args, **kwds)
        self._exits.append((False, leave))
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def leave(exc_type, exc, tb):
            await callback(*args, **kwds)
        self._exits.append((True, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        received = details[0] is not None
        suppressed = pending = False
        while self._exits:
            waits, leave = self._exits.pop()
            try:
                if await leave(*details) if waits else leave(*details):
                    suppressed = True
                    pending = False
                    details = (None, None, None)
            except BaseException as new:
                if new is not details[1] and new.__context__ is None:
                    new.__context__ = details[1]
                pending = True
                details = (type(new), new, new.__traceback__)
        if pending:
            raise details[1]
        return received and suppressed
