def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# io
import io
s = io.StringIO()
shown(lambda: (s.write('abc'), s.getvalue(), s.tell(), s.seek(0), s.read(1), s.read(), s.read(), s.truncate(1), s.getvalue()))
s = io.StringIO('a\nb\r\nc')
shown(lambda: (s.readline(), s.readlines(), s.seek(0), list(s), s.closed, s.close(), s.closed))
shown(lambda: (s.read()))
shown(lambda: (io.StringIO('abc').read(-1), io.StringIO('a\nb').readlines(), io.StringIO('abc').readline(2), io.StringIO(newline='').write('a\r\n'), io.StringIO('a\r\nb', newline=None).read(), io.StringIO('a\r\nb\rc', newline='').readlines(), io.StringIO('a\nb', newline='\r\n').getvalue()))
shown(lambda: (io.StringIO(5)))
shown(lambda: (io.StringIO().write(5)))
shown(lambda: (io.StringIO().write(b'a')))
shown(lambda: (io.StringIO().seek(-1)))
shown(lambda: (io.StringIO('abc').seek(1, 1)))
shown(lambda: (io.StringIO('abc').seek(0, 2), io.StringIO().seekable(), io.StringIO().readable(), io.StringIO().writable(), io.StringIO().isatty(), io.StringIO().flush(), io.StringIO().line_buffering, io.StringIO().newlines, io.StringIO().encoding, io.StringIO().errors))
with io.StringIO('x') as f: print(f.read())
print('hello', file=(f := io.StringIO())); print(repr(f.getvalue()))
s = io.StringIO('hello'); s.seek(0, 2); s.write('!'); s.writelines(['a', 'b'])
shown(lambda: (s.getvalue(), s.seek(10), s.write('z'), s.getvalue()))
shown(lambda: (io.StringIO().fileno()))
shown(lambda: (io.StringIO().detach()))
b = io.BytesIO(b'abc\ndef')
shown(lambda: (b.read(2), b.readline(), b.getvalue(), b.tell(), b.seek(-1, 2), b.read(), b.getbuffer().tobytes(), b.readinto(bytearray(1)), b.write(b'xx'), b.getvalue(), b.seek(1), b.read1(2), b.truncate(), b.getvalue(), b.readlines(), b.peek if 0 else 0))
shown(lambda: (io.BytesIO('a')))
shown(lambda: (io.BytesIO().write('a')))
shown(lambda: (io.BytesIO().write(bytearray(b'ab')), io.BytesIO(b'abc').readinto(ba := bytearray(2)), ba))
shown(lambda: (io.BytesIO(b'a\nb').readlines(), list(io.BytesIO(b'a\nb')), io.BytesIO().seek(5), io.BytesIO(b'a').read(-1), io.BytesIO(b'abc').read(None)))
shown(lambda: (next(io.StringIO(''))))
shown(lambda: (io.BytesIO(b'abc').seek(-5, 1)))
shown(lambda: (io.BytesIO(b'x').seek(-1)))
t = io.TextIOWrapper(io.BytesIO(b'h\xc3\xa9\nx'), encoding='utf8')
shown(lambda: (t.readline(), t.read()))
b = io.BytesIO(); t = io.TextIOWrapper(b, encoding='utf8', write_through=True); t.write('é'); t.flush()
shown(lambda: (b.getvalue()))
shown(lambda: (io.BufferedReader(io.BytesIO(b'abc')).read(2), io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.UnsupportedOperation, isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.IOBase)))
class W(io.StringIO):
    def write(self, x): return super().write(x.upper())
w = W(); print('abc', file=w)
shown(lambda: (w.getvalue()))
class F:
    def write(self, x): print('W', repr(x))
print('a', 'b', file=F())
try:
    print('a', file=5)
except Exception as e:
    print(type(e).__name__, e)
