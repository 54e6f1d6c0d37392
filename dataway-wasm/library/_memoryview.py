# The type memoryview: a window on bytes, a bytearray or an array.


class memoryview:
    """The bytes of an object, without a copy.

    >>> bytes(memoryview(b'abcdef')[1:3])
    b'bc'
    """

    __module__ = 'builtins'

    def __init__(self, object):
        if isinstance(object, memoryview):
            object._check()
            self._take(object._source, object._at, object._view)
            return
        if isinstance(object, (bytes, bytearray)):
            self._take(object, range(len(object)), None)
        elif hasattr(object, 'typecode'):
            self._take(object, range(len(object)), object.typecode)
        else:
            raise TypeError("memoryview: a bytes-like object is required, not '%s'" % type(object).__name__)

    def _take(self, source, at, view):
        self._source = source
        self._at = at
        self._view = view

    def _check(self):
        if self._source is None:
            raise ValueError('operation forbidden on released memoryview object')

    def _part(self, at):
        made = memoryview.__new__(memoryview)
        made._take(self._source, at, self._view)
        return made

    @property
    def format(self):
        return self._view or 'B'

    @property
    def itemsize(self):
        return getattr(self._source, 'itemsize', 1)

    @property
    def nbytes(self):
        return len(self._at) * self.itemsize

    @property
    def readonly(self):
        return isinstance(self._source, bytes)

    @property
    def obj(self):
        return self._source

    @property
    def shape(self):
        return (len(self._at),)

    @property
    def strides(self):
        return (self._at.step * self.itemsize,)

    @property
    def ndim(self):
        return 1

    @property
    def contiguous(self):
        return self._at.step == 1

    c_contiguous = f_contiguous = contiguous

    def __len__(self):
        self._check()
        return len(self._at)

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            return self._part(self._at[key])
        return self._source[self._place(key)]

    def _place(self, key):
        if not hasattr(type(key), '__index__'):
            raise TypeError('memoryview: invalid slice key')
        try:
            return self._at[key]
        except IndexError:
            raise IndexError('index out of bounds on dimension 1') from None

    def __setitem__(self, key, value):
        self._check()
        if self.readonly:
            raise TypeError('cannot modify read-only memory')
        if not isinstance(key, slice):
            if not self._view:
                if not hasattr(type(value), '__index__'):
                    raise TypeError("memoryview: invalid type for format 'B'")
                if not 0 <= value.__index__() < 256:
                    raise ValueError("memoryview: invalid value for format 'B'")
            self._source[self._place(key)] = value
            return
        at = self._at[key]
        items = memoryview(value).tolist()
        if len(items) != len(at):
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        for place, item in zip(at, items):
            self._source[place] = item

    def __delitem__(self, key):
        raise TypeError('cannot delete memory')

    def __iter__(self):
        self._check()
        for place in self._at:
            yield self._source[place]

    def __eq__(self, other):
        if not isinstance(other, memoryview):
            if not isinstance(other, (bytes, bytearray)) and not hasattr(other, 'typecode'):
                return NotImplemented
            other = memoryview(other)
        return self.tolist() == other.tolist()

    def __hash__(self):
        if not self.readonly:
            raise ValueError('cannot hash writable memoryview object')
        return hash(self.tobytes())

    def __radd__(self, other):
        return other + self.tobytes() if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __bytes__(self):
        return self.tobytes()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.release()

    def release(self):
        self._source = None

    def tolist(self):
        """The items.

        >>> memoryview(b'ab').tolist()
        [97, 98]
        """
        return list(self)

    def tobytes(self, order=None):
        """A copy of the bytes.

        >>> memoryview(b'abc')[::2].tobytes()
        b'ac'
        """
        self._check()
        if self._view:
            return (self._source[self._at.start:self._at.stop:self._at.step]).tobytes() if self._at else b''
        return bytes(list(self))

    def hex(self, *args):
        """The bytes in hexadecimal.

        >>> memoryview(b'ab').hex()
        '6162'
        """
        return self.tobytes().hex(*args)

    def toreadonly(self):
        made = memoryview(bytes(self.tobytes()))
        return made

    def cast(self, format, shape=None):
        if format not in ('B', 'b', 'c'):
            raise NotImplementedError('memoryview: only the format B is supported')
        return memoryview(self.tobytes()) if self._view else self._part(self._at)

    def __repr__(self):
        if self._source is None:
            return '<released memory at 0x%012x>' % (0x7f0000000000 + id(self))
        return '<memory at 0x%012x>' % (id(self) & 0xffffffffffff)
