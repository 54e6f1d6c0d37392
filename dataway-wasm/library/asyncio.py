# Coroutines that take turns. There is nothing to wait for in a script but each other: time passes at once when all sleep.

import heapq
from collections import deque

import inspect

__all__ = ['CancelledError', 'Event', 'Future', 'InvalidStateError', 'Lock', 'Queue', 'QueueEmpty', 'QueueFull', 'Semaphore', 'Task',
           'TaskGroup', 'TimeoutError', 'all_tasks', 'as_completed', 'create_task', 'current_task', 'ensure_future', 'gather',
           'get_event_loop', 'get_running_loop', 'iscoroutine', 'iscoroutinefunction', 'new_event_loop', 'run', 'set_event_loop',
           'shield', 'sleep', 'timeout', 'wait', 'wait_for', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED']

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'
TimeoutError = TimeoutError
iscoroutine = inspect.iscoroutine
iscoroutinefunction = inspect.iscoroutinefunction


class CancelledError(BaseException):
    """What is raised where a cancelled task waits.

    >>> issubclass(asyncio.CancelledError, Exception)
    False
    """

    __module__ = 'asyncio.exceptions'


class InvalidStateError(Exception):
    """A future is asked for what it does not have yet, or told twice.

    >>> try: asyncio.Future(loop=asyncio.new_event_loop()).result()
    ... except asyncio.InvalidStateError as e: text = str(e)
    >>> text
    'Result is not set.'
    """

    __module__ = 'asyncio.exceptions'


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class _Loop:
    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._time = 0.0
        self._count = 0
        self._tasks = []
        self._current = None

    def time(self):
        return self._time

    def call_soon(self, callback, *args):
        handle = _Handle(callback, args)
        self._ready.append(handle)
        return handle

    def call_later(self, delay, callback, *args):
        return self.call_at(self._time + delay, callback, *args)

    def call_at(self, when, callback, *args):
        handle = _Handle(callback, args)
        self._count += 1
        heapq.heappush(self._timers, (when, self._count, handle))
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    def run_until_complete(self, awaitable):
        global _running
        task = ensure_future(awaitable, loop=self)
        before, _running = _running, self
        try:
            while not task.done():
                self._round()
        finally:
            _running = before
        return task.result()

    def _round(self):
        if not self._ready:
            if not self._timers:
                raise RuntimeError('all tasks wait for ever')
            self._time = max(self._time, self._timers[0][0])
        while self._timers and self._timers[0][0] <= self._time:
            self._ready.append(heapq.heappop(self._timers)[2])
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle.cancelled():
                handle.callback(*handle.args)

    def is_running(self):
        return _running is self

    def is_closed(self):
        return False

    def close(self):
        pass


class _Handle:
    def __init__(self, callback, args):
        self.callback, self.args = callback, args
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled


_running = None
_default = None


def get_running_loop():
    """The loop that runs.

    >>> async def running(): return asyncio.get_running_loop().is_running()
    >>> asyncio.run(running())
    True
    """
    if _running is None:
        raise RuntimeError('no running event loop')
    return _running


def get_event_loop():
    global _default
    if _running is None and _default is None:
        _default = _Loop()
    return _running or _default


def new_event_loop():
    return _Loop()


def set_event_loop(loop):
    global _default
    _default = loop


class Future:
    """A result that comes later.

    >>> asyncio.Future().done()
    False
    """

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._state = 'PENDING'
        self._result = self._exception = None
        self._callbacks = []

    def get_loop(self): return self._loop
    def done(self): return self._state != 'PENDING'
    def cancelled(self): return self._state == 'CANCELLED'

    def result(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state == 'PENDING':
            raise InvalidStateError('Result is not set.')
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == 'CANCELLED':
            raise self._cancelled_error()
        if self._state == 'PENDING':
            raise InvalidStateError('Exception is not set.')
        return self._exception

    def _cancelled_error(self):
        message = getattr(self, '_message', None)
        return CancelledError() if message is None else CancelledError(message)

    def set_result(self, result):
        self._end('FINISHED', result, None)

    def set_exception(self, exception):
        if isinstance(exception, type):
            exception = exception()
        self._end('FINISHED', None, exception)

    def _end(self, state, result, exception):
        if self._state != 'PENDING':
            raise InvalidStateError('%s: %r' % (self._state, self))
        self._state, self._result, self._exception = state, result, exception
        for callback in self._callbacks:
            self._loop.call_soon(callback, self)
        self._callbacks = []

    def cancel(self, msg=None):
        if self.done():
            return False
        self._message = msg
        self._end('CANCELLED', None, None)
        return True

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            self._loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [one for one in self._callbacks if one != callback]
        return before - len(self._callbacks)

    def __await__(self):
        if not self.done():
            yield self
            if not self.done():
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine that runs by turns with others.

    >>> async def five(): return 5
    >>> async def main(): return await asyncio.Task(five())
    >>> asyncio.run(main())
    5
    """

    _number = 0

    def __init__(self, coro, *, loop=None, name=None):
        if not iscoroutine(coro) and not hasattr(coro, 'send'):
            raise TypeError('a coroutine was expected, got %r' % (coro,))
        Future.__init__(self, loop=loop)
        Task._number += 1
        self._name = 'Task-%d' % Task._number if name is None else str(name)
        self._coro = coro
        self._waiter = None
        self._must_cancel = False
        self._requests = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step)

    def get_name(self): return self._name
    def set_name(self, value): self._name = str(value)
    def get_coro(self): return self._coro
    def cancelling(self): return self._requests

    def uncancel(self):
        self._requests = max(0, self._requests - 1)
        return self._requests

    def cancel(self, msg=None):
        if self.done():
            return False
        self._requests += 1
        self._message = msg
        if self._waiter is None or not self._waiter.cancel(msg):
            self._must_cancel = True
        return True

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        loop = self._loop
        before, loop._current = loop._current, self
        self._waiter = None
        try:
            given = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            self._leave()
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, self._message)
            else:
                self.set_result(stop.value)
        except CancelledError as cancelled:
            self._leave()
            Future.cancel(self, cancelled.args[0] if cancelled.args else None)
        except Exception as failure:
            self._leave()
            self.set_exception(failure)
        except BaseException as failure:
            self._leave()
            self.set_exception(failure)
            raise
        else:
            if isinstance(given, Future):
                self._waiter = given
                given.add_done_callback(self._wake)
                if self._must_cancel and given.cancel():
                    self._must_cancel = False
            elif given is None:
                loop.call_soon(self._step)
            else:
                loop.call_soon(self._step, RuntimeError('Task got bad yield: %r' % (given,)))
        finally:
            loop._current = before

    def _leave(self):
        self._loop._tasks.remove(self)

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


def run(main, *, debug=None):
    """Runs a coroutine to its end, with all that it starts.

    >>> async def main(): return 5
    >>> asyncio.run(main())
    5
    """
    if _running is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        raise ValueError('a coroutine was expected, got %r' % (main,))
    loop = _Loop()
    try:
        return loop.run_until_complete(main)
    finally:
        rest = list(loop._tasks)
        for task in rest:
            task.cancel()
        if rest:
            loop.run_until_complete(gather(*rest, return_exceptions=True, _loop=loop))


def create_task(coro, *, name=None, context=None):
    """A task that runs a coroutine from now on.

    >>> async def five(): return 5
    >>> async def main(): return await asyncio.create_task(five())
    >>> asyncio.run(main())
    5
    """
    return get_running_loop().create_task(coro, name=name)


def ensure_future(value, *, loop=None):
    if isinstance(value, Future):
        return value
    if iscoroutine(value):
        return Task(value, loop=loop)
    if inspect.isawaitable(value):
        return Task(_awaiting(value), loop=loop)
    raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')


async def _awaiting(value):
    return await value


def current_task(loop=None):
    return (loop or get_running_loop())._current


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks)


class _Turn:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Waits for so many seconds, in which others run."""
    if delay <= 0:
        await _Turn()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_result, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _set_result(future, result):
    if not future.done():
        future.set_result(result)


def gather(*awaitables, return_exceptions=False, _loop=None):
    """Waits for all; their results in the order in which they were given.

    >>> async def double(n): return n * 2
    >>> async def main(): return await asyncio.gather(double(1), double(2))
    >>> asyncio.run(main())
    [2, 4]
    """
    loop = _loop or get_event_loop()
    outer = _Gathering(loop=loop)
    if not awaitables:
        outer.set_result([])
        return outer
    made = {}
    for one in awaitables:
        if id(one) not in made:
            made[id(one)] = ensure_future(one, loop=loop)
    children = [made[id(one)] for one in awaitables]
    outer._children = list(made.values())
    missing = len(outer._children)

    def done(child):
        nonlocal missing
        missing -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._cancelled_error())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if missing == 0:
            results = [one._cancelled_error() if one.cancelled() else one.exception() or one._result for one in children]
            if outer._asked:
                outer.set_exception(CancelledError())
            else:
                outer.set_result(results)
    for child in outer._children:
        child.add_done_callback(done)
    return outer


class _Gathering(Future):
    _children = ()
    _asked = False

    def cancel(self, msg=None):
        if self.done():
            return False
        self._asked = any([child.cancel(msg) for child in self._children])
        return self._asked


async def wait(awaitables, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the first, the first failure or all; a set of what is done and one of what is not."""
    waiting = set(awaitables)
    if not waiting:
        raise ValueError('Set of Tasks/Futures is empty.')
    if any(iscoroutine(one) for one in waiting):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    loop = get_running_loop()
    signal = loop.create_future()

    def enough():
        done = [one for one in waiting if one.done()]
        return (len(done) == len(waiting) or done and return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and any(not one.cancelled() and one.exception() is not None for one in done))

    def look(_=None):
        if enough():
            _set_result(signal, None)
    if not enough():
        timer = None if timeout is None else loop.call_later(timeout, _set_result, signal, None)
        for one in waiting:
            one.add_done_callback(look)
        try:
            await signal
        finally:
            if timer:
                timer.cancel()
            for one in waiting:
                one.remove_done_callback(look)
    return {one for one in waiting if one.done()}, {one for one in waiting if not one.done()}


async def wait_for(awaitable, timeout):
    """Waits for so many seconds at most, then cancels and raises TimeoutError."""
    if timeout is None:
        return await awaitable
    task = ensure_future(awaitable, loop=get_running_loop())
    try:
        await wait([task], timeout=timeout)
    except CancelledError:
        task.cancel()
        raise
    if task.done():
        return task.result()
    task.cancel()
    try:
        return await task
    except CancelledError as error:
        raise TimeoutError() from error


def as_completed(awaitables, *, timeout=None):
    """Things to wait for, each of which gives the next result that comes.

    >>> async def after(s): return await asyncio.sleep(s, s)
    >>> async def main(): return [await one for one in asyncio.as_completed([after(0.02), after(0.01)])]
    >>> asyncio.run(main())
    [0.01, 0.02]
    """
    loop = get_event_loop()
    futures = [ensure_future(one, loop=loop) for one in set(awaitables)]
    done = Queue()
    for one in futures:
        one.add_done_callback(done.put_nowait)

    async def following():
        return (await done.get()).result()
    for _ in futures:
        yield following()


def shield(awaitable):
    """Waits for something that goes on when the waiting is cancelled.

    >>> async def five(): return 5
    >>> async def main(): return await asyncio.shield(five())
    >>> asyncio.run(main())
    5
    """
    inner = ensure_future(awaitable)
    outer = Future(loop=inner._loop)

    def done(_):
        if outer.done():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())
    inner.add_done_callback(done)
    return outer


from _asyncsync import Condition, Event, LifoQueue, Lock, PriorityQueue, Queue, Semaphore, BoundedSemaphore, TaskGroup, timeout
