# The part of asyncio by which tasks wait for each other.

import heapq
from collections import deque

import asyncio
from asyncio import CancelledError, get_running_loop


class _Waiting:
    def __init__(self):
        self._waiters = deque()

    async def _wait(self):
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            await future
        finally:
            if future in self._waiters:
                self._waiters.remove(future)

    def _wake(self, n=1):
        for future in self._waiters:
            if n <= 0:
                break
            if not future.done():
                future.set_result(True)
                n -= 1


class Event(_Waiting):
    """A flag that tasks wait for.

    >>> asyncio.Event().is_set()
    False
    """

    def __init__(self):
        _Waiting.__init__(self)
        self._set = False

    def is_set(self): return self._set
    def clear(self): self._set = False

    def set(self):
        if not self._set:
            self._set = True
            self._wake(len(self._waiters))

    async def wait(self):
        if not self._set:
            await self._wait()
        return True


class Semaphore(_Waiting):
    """Lets so many tasks in at once.

    >>> asyncio.Semaphore(2).locked()
    False
    """

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        _Waiting.__init__(self)
        self._value = value

    def locked(self):
        return self._value == 0 or any(not future.cancelled() for future in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        await self._wait()
        return True

    def release(self):
        for future in self._waiters:
            if not future.done():
                # The place is handed on.
                future.set_result(True)
                return
        self._value += 1

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError('BoundedSemaphore released too many times')
        Semaphore.release(self)


class Lock(Semaphore):
    """Lets one task in at once.

    >>> asyncio.Lock().locked()
    False
    """

    def __init__(self):
        Semaphore.__init__(self, 1)

    def locked(self):
        return self._value == 0

    def release(self):
        if self._value:
            raise RuntimeError('Lock is not acquired.')
        Semaphore.release(self)


class Condition(_Waiting):
    """A lock and a signal between those who hold it.

    >>> asyncio.Condition().locked()
    False
    """

    def __init__(self, lock=None):
        _Waiting.__init__(self)
        self._lock = lock or Lock()
        self.locked, self.acquire, self.release = self._lock.locked, self._lock.acquire, self._lock.release

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            await self._wait()
        finally:
            await self.acquire()
        return True

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))


class Queue:
    """Items from some tasks to others, in order.

    >>> asyncio.Queue().empty()
    True
    """

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._items = self._room()
        self._getters, self._putters, self._finished = _Waiting(), _Waiting(), Event()
        self._finished.set()
        self._unfinished = 0

    def _room(self): return deque()
    def _take(self): return self._items.popleft()
    def _store(self, item): self._items.append(item)

    def qsize(self): return len(self._items)
    def empty(self): return not self._items
    def full(self): return 0 < self.maxsize <= len(self._items)

    async def put(self, item):
        while self.full():
            await self._putters._wait()
        self.put_nowait(item)

    def put_nowait(self, item):
        if self.full():
            raise asyncio.QueueFull
        self._store(item)
        self._unfinished += 1
        self._finished.clear()
        self._getters._wake()

    async def get(self):
        while not self._items:
            await self._getters._wait()
        return self.get_nowait()

    def get_nowait(self):
        if not self._items:
            raise asyncio.QueueEmpty
        item = self._take()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        await self._finished.wait()


class LifoQueue(Queue):
    def _room(self): return []
    def _take(self): return self._items.pop()


class PriorityQueue(Queue):
    def _room(self): return []
    def _take(self): return heapq.heappop(self._items)
    def _store(self, item): heapq.heappush(self._items, item)


class timeout:
    """A context that is cancelled after so many seconds, as a TimeoutError.

    >>> asyncio.timeout(1).expired()
    False
    """

    def __init__(self, delay):
        self._delay = delay
        self._expired = False

    def expired(self):
        return self._expired

    async def __aenter__(self):
        loop = get_running_loop()
        self._task = loop._current
        self._timer = None if self._delay is None else loop.call_later(self._delay, self._expire)
        return self

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aexit__(self, type, error, traceback):
        if self._timer:
            self._timer.cancel()
        if self._expired and self._task.uncancel() <= 0 and type is CancelledError:
            raise TimeoutError from error


class TaskGroup:
    """Tasks that end together: one failure cancels the others.

    >>> hasattr(asyncio.TaskGroup, 'create_task')
    True
    """

    def __init__(self):
        self._tasks = set()
        self._errors = []
        self._ending = False

    async def __aenter__(self):
        self._parent = get_running_loop()._current
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = asyncio.create_task(coro, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.discard(task)
        if task.cancelled() or task.exception() is None:
            return
        self._errors.append(task.exception())
        if not self._ending:
            self._ending = True
            for one in self._tasks:
                one.cancel()
            self._parent.cancel()

    async def __aexit__(self, type, error, traceback):
        cancelled = error if type is CancelledError else None
        if type is not None and not self._ending:
            self._ending = True
            for one in self._tasks:
                one.cancel()
        while self._tasks:
            try:
                await asyncio.wait(set(self._tasks))
                # What is called at their end comes in the next round.
                await asyncio.sleep(0)
            except CancelledError as again:
                if not self._ending:
                    self._ending = True
                    cancelled = again
                    for one in self._tasks:
                        one.cancel()
        if self._errors:
            self._parent.uncancel()
        elif cancelled is not None:
            raise cancelled
        if type is not None and type is not CancelledError:
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors)
