# The type memoryview: a window on bytes, a bytearray or an array. `_at` are the places of the items in bytes.

import struct

_SIZES = {'B': 1, 'b': 1, 'c': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'n': 8, 'N': 8,
          'P': 8, 'e': 2, 'f': 4, 'd': 8, 'u': 4, 'w': 4}
_missing = struct


def _product(numbers):
    product = 1
    for number in numbers:
        product *= number
    return product


class memoryview:
    """The bytes of an object, without a copy.

    >>> bytes(memoryview(b'abcdef')[1:3])
    b'bc'
    """

    __module__ = 'builtins'

    def __init__(self, object=_missing):
        if object is _missing:
            raise TypeError("memoryview() missing required argument 'object' (pos 1)")
        if isinstance(object, memoryview):
            object._check()
            self._take(object._source, object._at, object.format, object._shape, object.readonly)
        elif isinstance(object, (bytes, bytearray)):
            self._take(object, range(len(object)), 'B', (len(object),), isinstance(object, bytes))
        elif hasattr(object, 'typecode'):
            size = object.itemsize
            code = 'w' if object.typecode == 'u' else object.typecode
            self._take(object, range(0, len(object) * size, size), code, (len(object),), False)
        else:
            raise TypeError("memoryview: a bytes-like object is required, not '%s'" % type(object).__name__)

    def _take(self, source, at, format, shape, readonly):
        self._source = source
        self._at = at
        self._format = format
        self._size = _SIZES[format]
        self._shape = shape
        self._readonly = readonly

    def _check(self):
        if self._source is None:
            raise ValueError('operation forbidden on released memoryview object')

    def _part(self, at, format=None, shape=None, readonly=None):
        made = memoryview.__new__(memoryview)
        made._take(self._source, at, format or self._format, (len(at),) if shape is None else shape,
                   self._readonly if readonly is None else readonly)
        return made

    @property
    def format(self):
        self._check()
        return self._format

    @property
    def itemsize(self):
        self._check()
        return self._size

    @property
    def nbytes(self):
        self._check()
        return len(self._at) * self._size

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def obj(self):
        self._check()
        return self._source

    @property
    def shape(self):
        self._check()
        return self._shape

    @property
    def strides(self):
        self._check()
        if len(self._shape) == 1:
            return (self._at.step,)
        return tuple(_product(self._shape[i + 1:]) * self._size for i in range(len(self._shape)))

    @property
    def suboffsets(self):
        return ()

    @property
    def ndim(self):
        self._check()
        return len(self._shape)

    @property
    def contiguous(self):
        self._check()
        return len(self._at) < 2 or self._at.step == self._size

    c_contiguous = contiguous
    f_contiguous = property(lambda self: self.contiguous and len(self._shape) == 1)

    def _read(self, place):
        source, format = self._source, self._format
        if isinstance(source, (bytes, bytearray)):
            return source[place] if format == 'B' else struct.unpack_from(format, source, place)[0]
        if format == source.typecode or format == 'w':
            return source[place // self._size]
        return struct.unpack_from(format, source.tobytes(), place)[0]

    def _write(self, place, value):
        source, format = self._source, self._format
        try:
            if isinstance(source, bytearray):
                struct.pack_into(format, source, place, value)
            elif format == source.typecode or format == 'w':
                source[place // self._size] = value
            else:
                data = bytearray(source.tobytes())
                struct.pack_into(format, data, place, value)
                source._set(data)
        except (struct.error, OverflowError, TypeError):
            fits = isinstance(value, bytes) if format == 'c' else \
                hasattr(type(value), '__float__') if format in 'efd' else hasattr(type(value), '__index__')
            if not fits:
                raise TypeError("memoryview: invalid type for format '%s'" % format) from None
            raise ValueError("memoryview: invalid value for format '%s'" % format) from None

    def __len__(self):
        self._check()
        return self._shape[0] if self._shape else 1

    def __getitem__(self, key):
        self._check()
        if isinstance(key, slice):
            if len(self._shape) > 1:
                if key.indices(self._shape[0])[2] != 1:
                    raise NotImplementedError('multi-dimensional slicing is not implemented')
                rows = range(self._shape[0])[key]
                row = _product(self._shape[1:])
                return self._part(self._at[rows.start * row:rows.stop * row], shape=(len(rows),) + self._shape[1:])
            return self._part(self._at[key])
        return self._read(self._place(key))

    def _place(self, key):
        shape = self._shape
        if not shape:
            if key == ():
                return self._at[0]
            raise TypeError('invalid indexing of 0-dim memory')
        keys = key if isinstance(key, tuple) else (key,)
        for k in keys:
            if not hasattr(type(k), '__index__'):
                raise TypeError('memoryview: invalid slice key')
        if len(keys) < len(shape):
            if isinstance(key, tuple):
                raise NotImplementedError('sub-views are not implemented')
            raise NotImplementedError('multi-dimensional sub-views are not implemented')
        if len(keys) > len(shape):
            raise TypeError('cannot index %d-dimension view with %d-element tuple' % (len(shape), len(keys)))
        number = 0
        for i, k in enumerate(keys):
            try:
                number = number * shape[i] + range(shape[i])[k]
            except IndexError:
                raise IndexError('index out of bounds on dimension %d' % (i + 1)) from None
        return self._at[number]

    def __setitem__(self, key, value):
        self._check()
        if self._readonly:
            raise TypeError('cannot modify read-only memory')
        if not isinstance(key, slice):
            self._write(self._place(key), value)
            return
        if len(self._shape) > 1:
            raise NotImplementedError('memoryview slice assignments are currently restricted to ndim = 1')
        at = self._at[key]
        given = memoryview(value)
        if len(given._at) != len(at) or given._format != self._format:
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        for place, item in zip(at, given.tolist()):
            self._write(place, item)

    def __delitem__(self, key):
        raise TypeError('cannot delete memory')

    def __iter__(self):
        self._check()
        if len(self._shape) > 1:
            raise NotImplementedError('multi-dimensional sub-views are not implemented')
        for place in self._at:
            yield self._read(place)

    def __contains__(self, item):
        for one in self:
            if one is item or one == item:
                return True
        return False

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, memoryview):
            if not isinstance(other, (bytes, bytearray)) and not hasattr(other, 'typecode'):
                return NotImplemented
            other = memoryview(other)
        if self._source is None or other._source is None or self._shape != other._shape:
            return False
        return self.tolist() == other.tolist()

    def __hash__(self):
        self._check()
        if not self._readonly:
            raise ValueError('cannot hash writable memoryview object')
        if self._format not in 'Bbc':
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
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
        """Ends the view; using it afterwards is a ValueError.

        >>> memoryview(b'ab').release()
        """
        self._source = None

    def tolist(self):
        """The items.

        >>> memoryview(b'ab').tolist()
        [97, 98]
        """
        self._check()
        items = [self._read(place) for place in self._at]
        for size in reversed(self._shape[1:]):
            items = [items[i:i + size] for i in range(0, len(items), size)]
        return items if self._shape else items[0]

    def tobytes(self, order=None):
        """A copy of the bytes.

        >>> memoryview(b'abc')[::2].tobytes()
        b'ac'
        """
        self._check()
        at, size, source = self._at, self._size, self._source
        if not at:
            return b''
        data = source if isinstance(source, (bytes, bytearray)) else source.tobytes()
        if size == 1:
            return bytes(data[at.start:at.stop:at.step] if at.step > 0 or at.stop >= 0 else data[at.start::at.step])
        if at.step == size:
            return bytes(data[at.start:at.start + len(at) * size])
        return b''.join([bytes(data[place:place + size]) for place in at])

    def hex(self, *args):
        """The bytes in hexadecimal.

        >>> memoryview(b'ab').hex()
        '6162'
        """
        return self.tobytes().hex(*args)

    def toreadonly(self):
        """The same view, through which nothing can be changed.

        >>> memoryview(bytearray(b'ab')).toreadonly().readonly
        True
        """
        self._check()
        return self._part(self._at, shape=self._shape, readonly=True)

    def cast(self, format, shape=None):
        """The same bytes seen as items of another format, or in more dimensions.

        >>> memoryview(b'abcd').cast('H').tolist()
        [25185, 25699]
        """
        self._check()
        if not isinstance(format, str):
            raise TypeError('cast() argument 1 must be str, not ' + type(format).__name__)
        code = format[1:] if format.startswith('@') else format
        if code not in _SIZES or code in 'uwe':
            raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        if not self.contiguous:
            raise TypeError('memoryview: casts are restricted to C-contiguous views')
        if code not in 'Bbc' and self._format not in 'Bbc':
            raise TypeError('memoryview: cannot cast between two non-byte formats')
        if shape is not None and not isinstance(shape, (list, tuple)):
            raise TypeError('shape must be a list or a tuple')
        size = _SIZES[code]
        total = len(self._at) * self._size
        if total % size:
            raise TypeError('memoryview: length is not a multiple of itemsize')
        if shape is not None:
            if len(shape) > 1 and len(self._shape) > 1:
                raise TypeError('memoryview: cast must be 1D -> ND or ND -> 1D')
            for one in shape:
                if not isinstance(one, int):
                    raise TypeError('memoryview.cast(): elements of shape must be integers')
                if one <= 0:
                    raise ValueError('memoryview.cast(): elements of shape must be integers > 0')
            if _product(shape) * size != total:
                raise TypeError('memoryview: product(shape) * itemsize != buffer size')
        start = self._at.start
        made = self._part(range(start, start + total, size), code, None if shape is None else tuple(shape))
        return made

    def __repr__(self):
        if self._source is None:
            return '<released memory at 0x%012x>' % (0x7f0000000000 + id(self))
        return '<memory at 0x%012x>' % (id(self) & 0xffffffffffff)
