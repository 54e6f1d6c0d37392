# The part of io that works through another file: buffers over raw bytes, text over bytes.

from io import DEFAULT_BUFFER_SIZE, BufferedIOBase, TextIOBase, _check_newline, _read, _readline, _wrong


class _Over(BufferedIOBase):
    __module__ = '_io'

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw = raw
        self._size = buffer_size

    @property
    def closed(self):
        return self.raw.closed

    def readable(self): return self.raw.readable()
    def writable(self): return self.raw.writable()
    def seekable(self): return self.raw.seekable()
    def isatty(self): return self.raw.isatty()
    def fileno(self): return self.raw.fileno()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def __repr__(self):
        return '<_io.%s>' % type(self).__name__


class BufferedReader(_Over):
    """Reads a raw file in larger pieces.

    >>> io.BufferedReader(io.BytesIO(b'abc')).peek(1)
    b'abc'
    """

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise OSError('File or stream is not readable.')
        _Over.__init__(self, raw, buffer_size)
        self._ahead = b''

    def _fill(self):
        more = self.raw.read(self._size)
        self._ahead += more or b''
        return bool(more)

    def read(self, size=-1, /):
        self._open()
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        if size is None or size < 0:
            while self._fill():
                pass
            data, self._ahead = self._ahead, b''
            return data
        while len(self._ahead) < size and self._fill():
            pass
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def read1(self, size=-1, /):
        self._open()
        if size < 0:
            size = self._size
        if not self._ahead and size:
            self._fill()
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        return data

    def peek(self, size=0, /):
        self._open()
        if not self._ahead:
            self._fill()
        return self._ahead

    def readline(self, size=-1, /):
        self._open()
        at = 0
        while (found := self._ahead.find(b'\n', at)) < 0:
            at = len(self._ahead)
            if 0 <= (size or 0) <= at and size is not None or not self._fill():
                break
        end = len(self._ahead) if found < 0 else found + 1
        return self.read(end if size is None or size < 0 else min(end, size))

    def tell(self):
        return self.raw.tell() - len(self._ahead)

    def seek(self, pos, whence=0, /):
        if whence == 1:
            pos -= len(self._ahead)
        self._ahead = b''
        return self.raw.seek(pos, whence)


class BufferedWriter(_Over):
    """Writes to a raw file in larger pieces.

    >>> (w := io.BufferedWriter(raw := io.BytesIO())).write(b'ab'), raw.getvalue(), w.flush(), raw.getvalue()
    (2, b'', None, b'ab')
    """

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise OSError('File or stream is not writable.')
        _Over.__init__(self, raw, buffer_size)
        self._waiting = bytearray()

    def write(self, b, /):
        if self.closed:
            raise ValueError('write to closed file')
        if isinstance(b, str):
            _wrong(b)
        b = bytes(b)
        if len(self._waiting) + len(b) > self._size:
            self.flush()
        if len(b) > self._size:
            self.raw.write(b)
        else:
            self._waiting += b
        return len(b)

    def flush(self):
        if self.closed:
            raise ValueError('flush of closed file')
        while self._waiting:
            n = self.raw.write(bytes(self._waiting))
            del self._waiting[:n]
        if hasattr(self.raw, 'flush'):
            self.raw.flush()

    def tell(self):
        return self.raw.tell() + len(self._waiting)

    def seek(self, pos, whence=0, /):
        self.flush()
        return self.raw.seek(pos, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.raw.truncate(self.tell() if size is None else size)


class BufferedRandom(BufferedReader, BufferedWriter):
    """Reads and writes a raw file in larger pieces."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        BufferedReader.__init__(self, raw, buffer_size)
        BufferedWriter.__init__(self, raw, buffer_size)

    def read(self, size=-1, /):
        self.flush()
        return BufferedReader.read(self, size)

    def write(self, b, /):
        if self._ahead:
            self.raw.seek(-len(self._ahead), 1)
            self._ahead = b''
        return BufferedWriter.write(self, b)

    def seek(self, pos, whence=0, /):
        self.flush()
        return BufferedReader.seek(self, pos, whence)

    def tell(self):
        return self.raw.tell() + len(self._waiting) - len(self._ahead)


class BufferedRWPair(BufferedIOBase):
    """One raw file to read from, one to write to."""

    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /): return self.reader.read(size)
    def read1(self, size=-1, /): return self.reader.read1(size)
    def peek(self, size=0, /): return self.reader.peek(size)
    def readline(self, size=-1, /): return self.reader.readline(size)
    def write(self, b, /): return self.writer.write(b)
    def flush(self): self.writer.flush()
    def readable(self): return True
    def writable(self): return True

    @property
    def closed(self):
        return self.writer.closed

    def close(self):
        self.writer.close()
        self.reader.close()


class TextIOWrapper(TextIOBase):
    r"""Text over a file of bytes.

    >>> io.TextIOWrapper(io.BytesIO(b'a\r\nb'), 'utf-8').readlines()
    ['a\n', 'b']
    """

    __module__ = '_io'

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        self.buffer = buffer
        self.encoding = encoding or 'utf-8'
        self.errors = errors or 'strict'
        ''.encode(self.encoding)
        self._newline = newline
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._text = None
        self._at = 0
        self._waiting = []

    @property
    def closed(self):
        return self.buffer.closed

    def readable(self): return self.buffer.readable()
    def writable(self): return self.buffer.writable()
    def seekable(self): return self.buffer.seekable()
    def isatty(self): return self.buffer.isatty()
    def fileno(self): return self.buffer.fileno()

    def _load(self):
        self._open()
        if self._text is None:
            self.flush()
            if not self.buffer.readable():
                self._cannot('not readable')
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            self._text, self._at = text, 0

    def read(self, size=-1, /):
        self._load()
        return _read(self, size)

    def readline(self, size=-1, /):
        self._load()
        return _readline(self, size)

    def write(self, s, /):
        self._open()
        if not isinstance(s, str):
            raise TypeError('write() argument must be str, not ' + type(s).__name__)
        self._text = None
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        self._waiting.append(text.encode(self.encoding, self.errors))
        if self.write_through:
            self._hand_over()
        elif self.line_buffering and ('\n' in s or '\r' in s):
            self.flush()
        return len(s)

    def _hand_over(self):
        if self._waiting:
            data = b''.join(self._waiting)
            self._waiting = []
            self.buffer.write(data)

    def flush(self):
        self._open()
        self._hand_over()
        self.buffer.flush()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def tell(self):
        self.flush()
        if self._text is None:
            return self.buffer.tell()
        return self.buffer.tell() - len(self._text[self._at:].encode(self.encoding, self.errors))

    def seek(self, pos, whence=0, /):
        if whence == 1:
            if pos:
                self._cannot("can't do nonzero cur-relative seeks")
            pos, whence = self.tell(), 0
        if whence == 2 and pos:
            self._cannot("can't do nonzero end-relative seeks")
        if whence == 0 and pos < 0:
            raise ValueError('negative seek position %d' % pos)
        self.flush()
        self._text = None
        return self.buffer.seek(pos, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(size)

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline='', line_buffering=None, write_through=None):
        self.flush()
        self.encoding = encoding or self.encoding
        self.errors = errors or self.errors
        if newline != '':
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through

    def __repr__(self):
        return "<_io.TextIOWrapper encoding='%s'>" % self.encoding
