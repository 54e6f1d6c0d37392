# Files in memory, and what reads and writes through them: text over bytes, buffers over raw bytes.

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """What a file of this kind cannot do.

    >>> issubclass(io.UnsupportedOperation, OSError)
    True
    """

    __module__ = 'io'


class IOBase:
    """What all files can do: lines, closing, `with`.

    >>> isinstance(io.StringIO(), io.IOBase)
    True
    """

    closed = False

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _cannot(self, name):
        raise UnsupportedOperation(name)

    def fileno(self): self._cannot('fileno')
    def seek(self, pos, whence=0): self._cannot('seek')
    def truncate(self, size=None): self._cannot('truncate')
    def tell(self): return self.seek(0, 1)
    def _checkClosed(self, msg=None): self._open()

    def readable(self): return False
    def writable(self): return False
    def seekable(self): return False

    def isatty(self):
        self._open()
        return False

    def flush(self):
        self._open()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True

    def readline(self, size=-1):
        line = bytearray()
        while size is None or size < 0 or len(line) < size:
            more = self.read(1)
            if not more:
                break
            line += more
            if more == b'\n':
                break
        return bytes(line)

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        self._open()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc):
        self.close()


class RawIOBase(IOBase):
    """Raw bytes: `readinto` and `write` are what a class of this kind gives.

    >>> class Ones(io.RawIOBase):
    ...     def readinto(self, b): b[:] = b'1' * len(b); return len(b)
    >>> Ones().read(3)
    b'111'
    """

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        n = self.readinto(data)
        return None if n is None else bytes(data[:n])

    def readall(self):
        data = bytearray()
        while more := self.read(DEFAULT_BUFFER_SIZE):
            data += more
        return bytes(data)

    def readinto(self, b): self._cannot('readinto')
    def write(self, b): self._cannot('write')


class BufferedIOBase(IOBase):
    """Bytes that are read and written as a whole.

    >>> isinstance(io.BytesIO(), io.BufferedIOBase)
    True
    """

    def read(self, size=-1): self._cannot('read')
    def read1(self, size=-1): self._cannot('read1')
    def write(self, b): self._cannot('write')
    def detach(self): self._cannot('detach')

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readinto1(self, b):
        data = self.read1(len(b))
        b[:len(data)] = data
        return len(data)


class TextIOBase(IOBase):
    """Text, line by line.

    >>> isinstance(io.StringIO(), io.TextIOBase)
    True
    """

    encoding = newlines = errors = None

    def read(self, size=-1): self._cannot('read')
    def write(self, s): self._cannot('write')
    def readline(self, size=-1): self._cannot('readline')
    def detach(self): self._cannot('detach')


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError('newline must be str or None, not ' + type(newline).__name__)
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError('illegal newline value: %r' % newline)


def _line_end(text, at, newline):
    """Where the line that begins at `at` ends."""
    if newline == '':
        ends = [found + 1 for mark in '\n\r' if (found := text.find(mark, at)) >= 0]
        if not ends:
            return len(text)
        end = min(ends)
        return end + 1 if text[end - 1] == '\r' and text[end:end + 1] == '\n' else end
    mark = newline or '\n'
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def _read(file, size):
    return _take(file, len(file._text) if size is None or size < 0 else file._at + size)


def _readline(file, size):
    end = _line_end(file._text, file._at, file._newline)
    return _take(file, end if size is None or size < 0 else min(end, file._at + size))


def _take(file, end):
    text = file._text[file._at:end]
    file._at += len(text)
    return text


class StringIO(TextIOBase):
    r"""Text in memory with the methods of a file.

    >>> io.StringIO('a\nb').readlines()
    ['a\n', 'b']
    """

    __module__ = '_io'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not ' + type(initial_value).__name__)
        self._newline = newline
        self._text = self._translated(initial_value) if initial_value else ''
        self._at = 0
        self.closed = False

    def _translated(self, s):
        newline = self._newline
        if newline is None:
            return s.replace('\r\n', '\n').replace('\r', '\n')
        return s if newline in ('', '\n') else s.replace('\n', newline)

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def write(self, s, /):
        self._open()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '%s'" % type(s).__name__)
        given = len(s)
        if self._newline != '\n':
            s = self._translated(s)
        if self._at == len(self._text):
            self._text += s
        elif s:
            self._text = self._text[:self._at].ljust(self._at, '\0') + s + self._text[self._at + len(s):]
        self._at += len(s)
        return given

    def read(self, size=-1, /):
        self._open()
        return _read(self, size)

    def readline(self, size=-1, /):
        self._open()
        return _readline(self, size)

    def getvalue(self):
        self._open()
        return self._text

    def tell(self):
        self._open()
        return self._at

    def seek(self, pos, whence=0, /):
        self._open()
        if whence not in (0, 1, 2):
            raise ValueError('Invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        if whence == 0 and pos < 0:
            raise ValueError('Negative seek position %d' % pos)
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else len(self._text)
        return self._at

    def truncate(self, size=None, /):
        self._open()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError('Negative size value %d' % size)
        self._text = self._text[:size]
        return size

    def flush(self):
        self._open()

    def close(self):
        self.closed = True

    def readable(self): return self._can()
    def writable(self): return self._can()
    def seekable(self): return self._can()

    def _can(self):
        self._open()
        return True


class BytesIO(BufferedIOBase):
    """Bytes in memory with the methods of a file.

    >>> io.BytesIO(b'abc').read(2)
    b'ab'
    """

    __module__ = '_io'

    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, (str, int)):
            raise TypeError("a bytes-like object is required, not '%s'" % type(initial_bytes).__name__)
        self._data = bytearray(initial_bytes or b'')
        self._at = 0
        self.closed = False

    def write(self, b, /):
        self._open()
        if not isinstance(b, (bytes, bytearray)):
            b = memoryview(b).tobytes() if hasattr(b, 'typecode') or isinstance(b, memoryview) else _wrong(b)
        if self._at > len(self._data):
            self._data.extend(bytes(self._at - len(self._data)))
        self._data[self._at:self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    def read(self, size=-1, /):
        self._open()
        end = len(self._data) if size is None or size < 0 else self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    read1 = read

    def readline(self, size=-1, /):
        self._open()
        found = self._data.find(b'\n', self._at)
        end = len(self._data) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    def getvalue(self):
        self._open()
        return bytes(self._data)

    def getbuffer(self):
        """The bytes themselves: a change of the view is a change of the file.

        >>> io.BytesIO(b'ab').getbuffer().tolist()
        [97, 98]
        """
        self._open()
        return memoryview(self._data)

    def tell(self):
        self._open()
        return self._at

    def seek(self, pos, whence=0, /):
        self._open()
        if whence not in (0, 1, 2):
            raise ValueError('invalid whence (%r, should be 0, 1 or 2)' % (whence,))
        if whence == 0 and pos < 0:
            raise ValueError('negative seek value %d' % pos)
        if whence == 1:
            pos += self._at
        elif whence == 2:
            pos += len(self._data)
        self._at = max(pos, 0)
        return self._at

    def truncate(self, size=None, /):
        self._open()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError('negative size value %d' % size)
        del self._data[size:]
        return size

    def close(self):
        self.closed = True

    def readable(self): return self._can()
    def writable(self): return self._can()
    def seekable(self): return self._can()

    def _can(self):
        self._open()
        return True


def _wrong(b):
    raise TypeError("a bytes-like object is required, not '%s'" % type(b).__name__)


from _streams import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter, TextIOWrapper
