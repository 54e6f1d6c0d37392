# Coroutines and asynchronous generators around the generators that `async def` compiles to, and what the compiler makes of
# `await`, `async for` and `async with`.


class _Awaited:
    # Passes on to a generator; `_kind` is what messages call it.
    __slots__ = ('_generator',)

    def send(self, value, /):
        """Goes on to the next thing that is waited for; StopIteration has the result."""
        return self._started().send(value)

    def throw(self, type, value=None, traceback=None, /):
        """The same, with an exception raised where it waits."""
        if value is None:
            return self._started().throw(type)
        return self._started().throw(type, value, traceback)

    def close(self):
        """Ends it with a GeneratorExit where it waits."""
        self._generator.close()

    def _started(self):
        generator = self._generator
        if generator.gi_frame is None:
            raise RuntimeError('cannot reuse already awaited ' + self._kind)
        return generator


class coroutine(_Awaited):
    """What calling an `async def` function gives.

    >>> async def f(): return 5
    >>> c = f()
    >>> try: c.send(None)
    ... except StopIteration as stop: print(stop.value)
    5
    """

    __module__ = 'builtins'
    __slots__ = ('__name__', '__qualname__')
    _kind = 'coroutine'

    def __init__(self, generator):
        self._generator = generator
        self.__name__ = generator.__name__
        self.__qualname__ = generator.__qualname__

    def __repr__(self):
        return '<coroutine object %s at 0x%x>' % (self.__qualname__, id(self))

    def __await__(self):
        return coroutine_wrapper(self)

    cr_running = property(lambda self: self._generator.gi_running)
    cr_frame = property(lambda self: self._generator.gi_frame)
    cr_code = property(lambda self: self._generator.gi_code)
    cr_await = property(lambda self: None)
    cr_origin = property(lambda self: None)


class coroutine_wrapper(_Awaited):
    __module__ = 'builtins'
    __slots__ = ()
    _kind = 'coroutine'

    def __init__(self, awaited):
        self._generator = awaited._generator

    def __iter__(self):
        return self

    def __next__(self):
        return self._started().send(None)


class Item:
    # What an asynchronous generator yields, as against what is waited for inside it.
    __slots__ = ('value',)

    def __init__(self, value):
        self.value = value


class _Step(_Awaited):
    # One thing that is asked of an asynchronous generator.
    __slots__ = ()
    __module__ = 'builtins'

    def __init__(self, generator):
        self._generator = generator

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self._started().send(None)


class async_generator_asend(_Step):
    __module__ = 'builtins'
    __slots__ = ()
    _kind = '__anext__()/asend()'


class async_generator_athrow(_Step):
    __module__ = 'builtins'
    __slots__ = ()
    _kind = 'aclose()/athrow()'


class async_generator:
    """What calling an `async def` function that yields gives.

    >>> async def count():
    ...     yield 1
    >>> async def all(): return [n async for n in count()]
    >>> try: all().send(None)
    ... except StopIteration as stop: print(stop.value)
    [1]
    """

    __module__ = 'builtins'
    __slots__ = ('_generator', '_running', '_fresh', '__name__', '__qualname__')

    def __init__(self, generator):
        self._generator = generator
        self._running = False
        self._fresh = True
        self.__name__ = generator.__name__
        self.__qualname__ = generator.__qualname__

    def __repr__(self):
        return '<async_generator object %s at 0x%x>' % (self.__qualname__, id(self))

    def __aiter__(self):
        return self

    def __anext__(self):
        return async_generator_asend(self._drive('anext', 'send', None))

    def asend(self, value, /):
        """Waits for the next value, with what the yield before it gives."""
        return async_generator_asend(self._drive('asend', 'send', value))

    def athrow(self, type, value=None, traceback=None, /):
        """Waits for the next value after an exception was raised where it stands."""
        error = type if value is None else value
        return async_generator_athrow(self._drive('athrow', 'throw', error))

    def aclose(self):
        """Waits for its end, by a GeneratorExit where it stands."""
        return async_generator_athrow(self._close())

    ag_running = property(lambda self: self._running)
    ag_frame = property(lambda self: self._generator.gi_frame)
    ag_code = property(lambda self: self._generator.gi_code)
    ag_await = property(lambda self: None)

    def _drive(self, name, method, value):
        if self._running:
            raise RuntimeError(name + '(): asynchronous generator is already running')
        if self._generator.gi_frame is None:
            if method == 'throw':
                return
            raise StopAsyncIteration
        self._running = True
        self._fresh = False
        try:
            given = getattr(self._generator, method)(value)
            while type(given) is not Item:
                try:
                    sent = yield given
                except BaseException as error:
                    given = self._generator.throw(error)
                else:
                    given = self._generator.send(sent)
            return given.value
        except StopIteration:
            ended = True
        except StopAsyncIteration as error:
            raise RuntimeError('async generator raised StopAsyncIteration') from error
        finally:
            self._running = False
        raise StopAsyncIteration

    def _close(self):
        if self._running:
            raise RuntimeError('aclose(): asynchronous generator is already running')
        if self._fresh or self._generator.gi_frame is None:
            self._fresh = False
            self._generator.close()
            return
        self._running = True
        try:
            given = self._generator.throw(GeneratorExit())
            while type(given) is not Item:
                try:
                    sent = yield given
                except BaseException as error:
                    given = self._generator.throw(error)
                else:
                    given = self._generator.send(sent)
        except (StopIteration, StopAsyncIteration, GeneratorExit):
            return
        finally:
            self._running = False
        raise RuntimeError('async generator ignored GeneratorExit')


def awaitable(value):
    """The iterator that `await value` goes through."""
    kind = type(value)
    if kind is coroutine:
        return value._started()
    method = getattr(kind, '__await__', None)
    if method is None:
        raise TypeError("object %s can't be used in 'await' expression" % kind.__name__)
    iterator = method(value)
    if type(iterator) is coroutine:
        raise TypeError('__await__() returned a coroutine')
    if not hasattr(type(iterator), '__next__'):
        raise TypeError("__await__() returned non-iterator of type '%s'" % type(iterator).__name__)
    return iterator


def iterator(value):
    """What `async for` goes through."""
    kind = type(value)
    method = getattr(kind, '__aiter__', None)
    if method is None:
        raise TypeError("'async for' requires an object with __aiter__ method, got " + kind.__name__)
    made = method(value)
    if not hasattr(type(made), '__anext__'):
        raise TypeError(
            "'async for' received an object from __aiter__ that does not implement __anext__: " + type(made).__name__
        )
    return made


def step(iterator):
    """The next value in a tuple, an empty one at the end."""
    try:
        value = type(iterator).__anext__(iterator)
        if type(value) is not coroutine and not hasattr(type(value), '__await__'):
            raise TypeError("'async for' received an invalid object from __anext__: " + type(value).__name__)
        return ((yield from awaitable(value)),)
    except StopAsyncIteration:
        return ()


def manager(value):
    """How `async with` enters and leaves."""
    kind = type(value)
    enter = getattr(kind, '__aenter__', None)
    if enter is None:
        raise TypeError("'%s' object does not support the asynchronous context manager protocol" % kind.__name__)
    leave = getattr(kind, '__aexit__', None)
    if leave is None:
        raise TypeError(
            "'%s' object does not support the asynchronous context manager protocol (missed __aexit__ method)"
            % kind.__name__
        )
    return value, enter, leave


def _waitable(value, name):
    if type(value) is not coroutine and not hasattr(type(value), '__await__'):
        raise TypeError(
            "'async with' received an object from %s that does not implement __await__: %s" % (name, type(value).__name__)
        )
    return awaitable(value)


def enter(manager):
    return _waitable(manager[1](manager[0]), '__aenter__')


def leave(left):
    (value, enter, leave), error = left
    if error is None:
        return _waitable(leave(value, None, None, None), '__aexit__')
    return _waitable(leave(value, type(error), error, error.__traceback__), '__aexit__')


def aiter(async_iterable, /):
    """The asynchronous iterator of what can be gone through with `async for`.

    >>> async def count():
    ...     yield 1
    >>> type(aiter(count())).__name__
    'async_generator'
    """
    kind = type(async_iterable)
    method = getattr(kind, '__aiter__', None)
    if method is None:
        raise TypeError("'%s' object is not an async iterable" % kind.__name__)
    made = method(async_iterable)
    if not hasattr(type(made), '__anext__'):
        raise TypeError("aiter() returned not an async iterator of type '%s'" % type(made).__name__)
    return made


_missing = object()


def anext(async_iterator, default=_missing, /):
    """Waits for the next value of an asynchronous iterator; at its end for the default.

    >>> async def count():
    ...     yield 1
    >>> async def first(): return await anext(count())
    >>> try: first().send(None)
    ... except StopIteration as stop: print(stop.value)
    1
    """
    kind = type(async_iterator)
    method = getattr(kind, '__anext__', None)
    if method is None:
        raise TypeError("'%s' object is not an async iterator" % kind.__name__)
    awaited = method(async_iterator)
    return awaited if default is _missing else _or_default(awaited, default)


async def _or_default(awaited, default):
    try:
        return await awaited
    except StopAsyncIteration:
        return default
