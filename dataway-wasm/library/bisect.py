# Places in a sorted list.


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Where to insert `x` into a sorted list, behind equal items.

    >>> bisect.bisect_right([1, 2, 2, 3], 2)
    3
    """
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None or hi == -1:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Where to insert `x` into a sorted list, before equal items.

    >>> bisect.bisect_left([1, 2, 2, 3], 2)
    1
    """
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None or hi == -1:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Inserts `x` into a sorted list, behind equal items.

    >>> (lambda a: bisect.insort_right(a, 2) or a)([1, 3])
    [1, 2, 3]
    """
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Inserts `x` into a sorted list, before equal items.

    >>> (lambda a: bisect.insort_left(a, 2) or a)([1, 3])
    [1, 2, 3]
    """
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right
