# A heap in a list: the smallest item first.


def _not_a_list(function, heap):
    raise TypeError('%s() argument%s must be list, not %s'
                    % (function, '' if function in ('heappop', 'heapify') else ' 1', type(heap).__name__))


def heappush(heap, item):
    """Adds an item to a heap.

    >>> (lambda h: heapq.heappush(h, 1) or h)([2, 3])
    [1, 3, 2]
    """
    if not isinstance(heap, list):
        _not_a_list('heappush', heap)
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Takes the smallest item out of a heap.

    >>> heapq.heappop([1, 3, 2])
    1
    """
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item):
    """Takes the smallest out, then adds an item.

    >>> heapq.heapreplace([1, 3, 2], 5)
    1
    """
    if not heap:
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item):
    """Adds an item, then takes the smallest out.

    >>> heapq.heappushpop([1, 3, 2], 0)
    0
    """
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Makes a list a heap.

    >>> (lambda h: heapq.heapify(h) or h[0])([3, 1, 2])
    1
    """
    if not isinstance(x, list):
        raise TypeError('heapify() argument must be list, not ' + type(x).__name__)
    for i in reversed(range(len(x) // 2)):
        _sink(x, i)


def _rise(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


# As CPython: down to a leaf along the smaller children, then up; it compares less often, and the order of equal
# items is the same.
def _sink(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, start, at)


def nsmallest(n, iterable, key=None):
    """The `n` smallest items in order.

    >>> heapq.nsmallest(2, [4, 1, 3])
    [1, 3]
    """
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The `n` largest items, largest first.

    >>> heapq.nlargest(2, [4, 1, 3])
    [4, 3]
    """
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    """Sorted rows as one sorted row.

    >>> list(heapq.merge([1, 4], [2, 3]))
    [1, 2, 3, 4]
    """
    heads = []
    for order, iterable in enumerate(iterables):
        it = iter(iterable)
        for item in it:
            heads.append([item if key is None else key(item), order, item, it])
            break
    while heads:
        best = heads[0]
        for head in heads[1:]:
            if best[0] < head[0] if reverse else head[0] < best[0]:
                best = head
        yield best[2]
        for item in best[3]:
            best[0] = item if key is None else key(item)
            best[2] = item
            break
        else:
            heads.remove(best)
