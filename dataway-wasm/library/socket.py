# Byte order only: there are no sockets here.

__all__ = ['htonl', 'htons', 'ntohl', 'ntohs']


def _swap(name, x, size):
    if not isinstance(x, int):
        raise TypeError("expected int, %s found" % type(x).__name__ if size == 4 else
                        "'%s' object cannot be interpreted as an integer" % type(x).__name__)
    if x < 0:
        raise OverflowError("can't convert negative Python int to C %s" % ('16-bit unsigned integer' if size == 2 else 'unsigned int')
                            if size == 4 else '%s: can\'t convert negative Python int to C 16-bit unsigned integer' % name)
    if x >> 8 * size:
        raise OverflowError('int larger than 32 bits' if size == 4 else
                            "%s: Python int too large to convert to C 16-bit unsigned integer" % name)
    return int.from_bytes(x.to_bytes(size, 'little'), 'big')


def htonl(x, /):
    """A 32-bit number in network order.

    >>> socket.htonl(1)
    16777216
    """
    return _swap('htonl', x, 4)


def ntohl(x, /):
    """A 32-bit number from network order.

    >>> socket.ntohl(16777216)
    1
    """
    return _swap('ntohl', x, 4)


def htons(x, /):
    """A 16-bit number in network order.

    >>> socket.htons(1)
    256
    """
    return _swap('htons', x, 2)


def ntohs(x, /):
    """A 16-bit number from network order.

    >>> socket.ntohs(256)
    1
    """
    return _swap('ntohs', x, 2)
