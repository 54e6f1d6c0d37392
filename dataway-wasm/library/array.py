# array.array: a list of numbers of one machine type.
import struct

_RANGES = {
    'b': (-128, 127), 'B': (0, 255), 'h': (-32768, 32767), 'H': (0, 65535), 'i': (-2147483648, 2147483647),
    'I': (0, 4294967295), 'l': (-9223372036854775808, 9223372036854775807), 'L': (0, 18446744073709551615),
    'q': (-9223372036854775808, 9223372036854775807), 'Q': (0, 18446744073709551615),
}
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_NAMES = {
    'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
    'i': 'signed integer', 'I': 'unsigned int', 'l': 'signed long', 'L': 'unsigned long',
}
typecodes = 'bBuhHiIlLqQfd'


class array:
    """A row of numbers of one type, kept as bytes: `array(typecode, items)`.

    >>> array.array('i', [1, 2, 3]).tolist()
    [1, 2, 3]
    """

    __typename__ = 'array.array'

    def __init__(self, *args):
        if not args:
            raise TypeError('array() takes at least 1 argument (0 given)')
        typecode, initializer = args if len(args) > 1 else (args[0], ())
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        if isinstance(initializer, str) and typecode != 'u':
            raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, array) and (initializer.typecode == 'u') != (typecode == 'u'):
            raise TypeError("cannot use a unicode array to initialize an array with typecode '%s'" % typecode)
        else:
            for item in initializer:
                self._items.append(self._checked(item))

    def _checked(self, item):
        code = self.typecode
        if code == 'u':
            if not isinstance(item, str):
                raise TypeError('array item must be unicode character')
            return item
        if code == 'f':
            return struct.unpack('<f', struct.pack('<f', item))[0]
        if code == 'd':
            if not isinstance(item, (int, float)) and not hasattr(type(item), '__float__'):
                raise TypeError('must be real number, not ' + type(item).__name__)
            return float(item)
        if not isinstance(item, int):
            if not hasattr(type(item), '__index__'):
                raise TypeError("'%s' object cannot be interpreted as an integer" % type(item).__name__)
            item = item.__index__()
        low, high = _RANGES[code]
        if not low <= item <= high:
            if code in 'bBhHi':
                raise OverflowError('%s is %s' % (_NAMES[code], 'less than minimum' if item < low else 'greater than maximum'))
            if item < 0 and low == 0:
                raise OverflowError("can't convert negative " + ('int to unsigned' if code == 'Q' else 'value to unsigned int'))
            raise OverflowError('int too large to convert')
        return int(item)

    def _set(self, data):
        self._items = []
        self.frombytes(data)

    def _like(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def append(self, item):
        """Puts an item at the end.

        >>> (a := array.array('b', [1])).append(2) or a
        array('b', [1, 2])
        """
        self._items.append(self._checked(item))

    def extend(self, items):
        if isinstance(items, array):
            if items.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(items._items)
        else:
            for item in items:
                self.append(item)

    def fromlist(self, items):
        if not isinstance(items, list):
            raise TypeError('arg must be list')
        self._items.extend([self._checked(item) for item in items])

    def frombytes(self, data):
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        code = {'u': 'I'}.get(self.typecode, self.typecode)
        items = struct.unpack('<%d%s' % (len(data) // self.itemsize, code.replace('l', 'q').replace('L', 'Q')), bytes(data))
        self._items.extend([chr(item) for item in items] if self.typecode == 'u' else items)

    def tobytes(self):
        code = {'u': 'I', 'l': 'q', 'L': 'Q'}.get(self.typecode, self.typecode)
        items = [ord(item) for item in self._items] if self.typecode == 'u' else self._items
        return struct.pack('<%d%s' % (len(items), code), *items)

    __bytes__ = tobytes

    def tolist(self):
        return list(self._items)

    def insert(self, index, item):
        self._items.insert(index, self._checked(item))

    def pop(self, index=-1):
        if not self._items:
            raise IndexError('pop from empty array')
        try:
            return self._items.pop(index)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, item):
        if item not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(item)

    def index(self, item, start=0, stop=9223372036854775807):
        try:
            return self._items.index(item, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, item):
        return self._items.count(item)

    def reverse(self):
        self._items.reverse()

    def byteswap(self):
        """Turns around the bytes of each item.

        >>> (a := array.array('h', [1])).byteswap() or a
        array('h', [256])
        """
        size = self.itemsize
        data = self.tobytes()
        self._set(b''.join(data[at:at + size][::-1] for at in range(0, len(data), size)))

    def fromunicode(self, text):
        if self.typecode != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self.extend(array('u', text))

    def tounicode(self):
        if self.typecode != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self._items)

    def buffer_info(self):
        """Address and number of the items.

        >>> array.array('i', [1, 2]).buffer_info()[1]
        2
        """
        return id(self), len(self._items)

    def fromfile(self, file, count):
        data = file.read(count * self.itemsize)
        self.frombytes(data[:len(data) // self.itemsize * self.itemsize])
        if len(data) < count * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def tofile(self, file):
        file.write(self.tobytes())

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(self._items[index])
        try:
            return self._items[index]
        except IndexError:
            raise IndexError('array index out of range') from None
        except TypeError:
            raise TypeError('array indices must be integers') from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError("can only assign array (not \"%s\") to array slice" % type(value).__name__)
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._items[index] = value._items
            return
        try:
            self._items[index] = self._checked(value)
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, index):
        try:
            del self._items[index]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "%s") to array' % type(other).__name__)
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._like(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self._like(list(self._items))

    def __repr__(self):
        if not self._items:
            return "array('%s')" % self.typecode
        shown = repr(''.join(self._items)) if self.typecode == 'u' else repr(self._items)
        return "array('%s', %s)" % (self.typecode, shown)


ArrayType = array
