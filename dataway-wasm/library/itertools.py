# Iterators made of iterators. Lazy, as Python's.


def _iterator(make):
    """The type of a function that makes an iterator: `for` takes that iterator itself."""
    class made:
        __iterates__ = True

        def __init__(self, *args, **kwargs):
            self._it = make(*args, **kwargs)

        def __iter__(self):
            return self._it

        def __next__(self):
            return next(self._it)

    made.__name__ = made.__qualname__ = make.__name__
    made.__doc__ = make.__doc__
    return made


class count:
    """start, start + step, … without end.

    >>> list(itertools.islice(itertools.count(10, 5), 3))
    [10, 15, 20]
    """

    def __init__(self, start=0, step=1):
        if isinstance(start, (str, list, tuple, bytes)) or not hasattr(start, '__add__'):
            raise TypeError('a number is required')
        self._at = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        self._at = at + self._step
        return at

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return 'count(%r)' % (self._at,)
        return 'count(%r, %r)' % (self._at, self._step)


class repeat:
    """One item again and again, `times` times when given.

    >>> list(itertools.repeat('a', 3))
    ['a', 'a', 'a']
    """

    def __init__(self, *args, times=None, **named):
        if args:
            object, *more = args
            times = more[0] if more else times
        elif 'object' in named:
            object = named['object']
        else:
            raise TypeError("repeat() missing required argument 'object' (pos 1)")
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return 'repeat(%r)' % (self._object,)
        return 'repeat(%r, %d)' % (self._object, self._left)


@_iterator
def cycle(iterable, /):
    """The items again and again, without end.

    >>> list(itertools.islice(itertools.cycle('ab'), 5))
    ['a', 'b', 'a', 'b', 'a']
    """
    return _cycle(iter(iterable))


def _cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


@_iterator
def accumulate(iterable, func=None, *, initial=None):
    """Running totals.

    >>> list(itertools.accumulate([1, 2, 3]))
    [1, 3, 6]
    """
    return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, initial):
    total = initial
    if initial is None:
        for total in it:
            break
        else:
            return
    yield total
    for item in it:
        total = total + item if func is None else func(total, item)
        yield total


class chain:
    """The items of several iterables one after the other.

    >>> list(itertools.chain([1, 2], 'ab'))
    [1, 2, 'a', 'b']
    """

    def __init__(self, *iterables):
        self._iterables = iter(iterables)
        self._current = iter(())

    @classmethod
    def from_iterable(cls, iterables, /):
        """The items of the iterables of an iterable.

        >>> list(itertools.chain.from_iterable([[1], [2, 3]]))
        [1, 2, 3]
        """
        made = cls()
        made._iterables = iter(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for item in self._current:
                return item
            self._current = iter(next(self._iterables))


@_iterator
def compress(data, selectors):
    """Items whose selector is true.

    >>> list(itertools.compress('abcd', [1, 0, 1]))
    ['a', 'c']
    """
    return (item for item, chosen in zip(data, selectors) if chosen)


@_iterator
def dropwhile(predicate, iterable, /):
    """What follows once the predicate is false.

    >>> list(itertools.dropwhile(lambda x: x < 3, [1, 3, 2]))
    [3, 2]
    """
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for item in it:
        if not predicate(item):
            yield item
            break
    yield from it


@_iterator
def takewhile(predicate, iterable, /):
    """Items up to the first for which the predicate is false.

    >>> list(itertools.takewhile(lambda x: x < 3, [1, 3, 2]))
    [1]
    """
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


@_iterator
def filterfalse(predicate, iterable, /):
    """Items for which the predicate is false.

    >>> list(itertools.filterfalse(lambda x: x % 2, range(5)))
    [0, 2, 4]
    """
    return _filterfalse(predicate, iter(iterable))


def _filterfalse(predicate, iterable):
    if predicate is None:
        predicate = bool
    for item in iterable:
        if not predicate(item):
            yield item


class groupby:
    """Runs of items with the same key; sort by the key first.

    >>> [(k, list(g)) for k, g in itertools.groupby('aabbb')]
    [('a', ['a', 'a']), ('b', ['b', 'b', 'b'])]
    """

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._target = self._current = self._value = object()
        self._group = None

    def __iter__(self):
        return self

    def __next__(self):
        self._group = object()
        while self._current == self._target:
            self._advance()
        self._target = self._current
        return (self._current, self._grouper(self._target, self._group))

    def _advance(self):
        self._value = next(self._it)
        self._current = self._value if self._key is None else self._key(self._value)

    def _grouper(self, target, group):
        while self._group is group and self._current == target:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                return


@_iterator
def islice(iterable, *args):
    """A slice of any iterable.

    >>> list(itertools.islice('abcdef', 1, None, 2))
    ['b', 'd', 'f']
    """
    if not 1 <= len(args) <= 3:
        if not args:
            raise TypeError('islice expected at least 2 arguments, got 1')
        raise TypeError('islice expected at most 4 arguments, got %d' % (len(args) + 1))
    limits = slice(*args)
    start = 0 if limits.start is None else limits.start
    stop = limits.stop
    step = 1 if limits.step is None else limits.step
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        if len(args) == 1:
            raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not isinstance(start, int) or start < 0:
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not isinstance(step, int) or step < 1:
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)


def _islice(it, start, stop, step):
    at = 0
    wanted = start
    if stop is not None and stop <= start:
        for _ in range(stop):
            try:
                next(it)
            except StopIteration:
                return
        return
    for item in it:
        if at == wanted:
            yield item
            wanted += step
        at += 1
        if stop is not None and at >= stop:
            return


@_iterator
def pairwise(iterable, /):
    """Each item with the next one.

    >>> list(itertools.pairwise('abc'))
    [('a', 'b'), ('b', 'c')]
    """
    return _pairwise(iter(iterable))


def _pairwise(it):
    for before in it:
        break
    else:
        return
    for item in it:
        yield (before, item)
        before = item


@_iterator
def starmap(function, iterable, /):
    """The function of each tuple as its arguments.

    >>> list(itertools.starmap(pow, [(2, 3), (3, 2)]))
    [8, 9]
    """
    return _starmap(function, iter(iterable))


def _starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2, /):
    """Independent iterators over one iterable.

    >>> [list(i) for i in itertools.tee([1, 2])]
    [[1, 2], [1, 2]]
    """
    if n < 0:
        raise ValueError('n must be >= 0')
    it = iter(iterable)
    link = [None, None]
    return tuple(_tee(it, link) for _ in range(n))


def _tee(it, link):
    while True:
        if link[1] is None:
            try:
                link[0] = next(it)
            except StopIteration:
                return
            link[1] = [None, None]
        value, link = link
        yield value


@_iterator
def zip_longest(*iterables, fillvalue=None, **unknown):
    """Like zip, to the end of the longest.

    >>> list(itertools.zip_longest('ab', [1], fillvalue='-'))
    [('a', 1), ('b', '-')]
    """
    if unknown:
        raise TypeError('zip_longest() got an unexpected keyword argument')
    return _zip_longest([iter(it) for it in iterables], fillvalue)


def _zip_longest(its, fillvalue):
    active = len(its)
    if not active:
        return
    done = [False] * active
    while True:
        row = []
        for i, it in enumerate(its):
            value = fillvalue
            if not done[i]:
                try:
                    value = next(it)
                except StopIteration:
                    done[i] = True
                    active -= 1
                    if not active:
                        return
            row.append(value)
        yield tuple(row)


@_iterator
def product(*iterables, repeat=1):
    """All combinations of one item of each.

    >>> list(itertools.product('ab', [1, 2]))
    [('a', 1), ('a', 2), ('b', 1), ('b', 2)]
    """
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    pools = [tuple(pool) for pool in iterables] * repeat
    return _product(pools)


def _product(pools):
    n = len(pools)
    at = [0] * n
    if any(not pool for pool in pools):
        return
    while True:
        yield tuple(pool[i] for pool, i in zip(pools, at))
        k = n - 1
        while k >= 0:
            at[k] += 1
            if at[k] < len(pools[k]):
                break
            at[k] = 0
            k -= 1
        if k < 0:
            return


@_iterator
def permutations(iterable, r=None):
    """All orders of `r` items.

    >>> list(itertools.permutations([1, 2, 3], 2))
    [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)]
    """
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r < 0:
        raise ValueError('r must be non-negative')
    return _permutations(pool, n, r)


def _permutations(pool, n, r):
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple(pool[i] for i in indices[:r])
    while n:
        for i in reversed(range(r)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple(pool[i] for i in indices[:r])
                break
        else:
            return


@_iterator
def combinations(iterable, r):
    """All choices of `r` items, in order.

    >>> list(itertools.combinations('abc', 2))
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(pool, len(pool), r)


def _combinations(pool, n, r):
    if r > n:
        return
    at = list(range(r))
    while True:
        yield tuple(pool[i] for i in at)
        for i in reversed(range(r)):
            if at[i] != i + n - r:
                break
        else:
            return
        at[i] += 1
        for j in range(i + 1, r):
            at[j] = at[j - 1] + 1


@_iterator
def combinations_with_replacement(iterable, r):
    """All choices of `r` items that may repeat.

    >>> list(itertools.combinations_with_replacement('ab', 2))
    [('a', 'a'), ('a', 'b'), ('b', 'b')]
    """
    pool = tuple(iterable)
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations_with_replacement(pool, len(pool), r)


def _combinations_with_replacement(pool, n, r):
    if not n and r:
        return
    at = [0] * r
    while True:
        yield tuple(pool[i] for i in at)
        for i in reversed(range(r)):
            if at[i] != n - 1:
                break
        else:
            return
        at[i:] = [at[i] + 1] * (r - i)
