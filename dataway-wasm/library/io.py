# Text in memory, as a file: enough for csv.writer and print(file=...).


class UnsupportedOperation(OSError, ValueError):
    """What a file of this kind cannot do."""
    pass


class StringIO:
    r"""Text in memory with the methods of a file.

    >>> io.StringIO('a\nb').readlines()
    ['a\n', 'b']
    """

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not ' + type(initial_value).__name__)
        self._text = initial_value or ''
        self._at = 0
        self.closed = False

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def write(self, s):
        self._open()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '%s'" % type(s).__name__)
        if self._at == len(self._text):
            self._text += s
        else:
            self._text = self._text[:self._at].ljust(self._at, '\0') + s + self._text[self._at + len(s):]
        self._at += len(s)
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, size=-1):
        self._open()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1):
        self._open()
        found = self._text.find('\n', self._at)
        end = len(self._text) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        text = self._text[self._at:end]
        self._at += len(text)
        return text

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def getvalue(self):
        self._open()
        return self._text

    def tell(self):
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

    def truncate(self, size=None):
        size = self._at if size is None else size
        self._text = self._text[:size]
        return size

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def isatty(self): return False
    def fileno(self): raise UnsupportedOperation('fileno')

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


class BytesIO:
    """Bytes in memory with the methods of a file.

    >>> io.BytesIO(b'abc').read(2)
    b'ab'
    """

    def __init__(self, initial_bytes=b''):
        self._data = bytearray(initial_bytes)
        self._at = 0
        self.closed = False

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def write(self, b):
        self._open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        if self._at > len(self._data):
            self._data.extend(bytes(self._at - len(self._data)))
        self._data[self._at:self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, size=-1):
        self._open()
        end = len(self._data) if size is None or size < 0 else self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    read1 = read

    def readline(self, size=-1):
        self._open()
        found = self._data.find(b'\n', self._at)
        end = len(self._data) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    def readlines(self, hint=-1):
        return list(self)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def getvalue(self):
        self._open()
        return bytes(self._data)

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

    def truncate(self, size=None):
        size = self._at if size is None else size
        del self._data[size:]
        return size

    def flush(self):
        self._open()

    def close(self):
        self.closed = True

    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def isatty(self): return False
    def fileno(self): raise UnsupportedOperation('fileno')

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc):
        self.close()
