import io
s = io.StringIO('a\nb\nc'); print(s.read(2), s.readline(), s.readlines(), s.read(), s.seek(0), s.getvalue(), [l for l in s], s.tell())
w = io.StringIO(); w.write('hello '); print('world', 5, file=w, end='!'); print(repr(w.getvalue()), w.tell())
b = io.BytesIO(b'abc'); print(b.read(1), b.read(), b.seek(1), b.read(1), b.getvalue()); b.write(b'Z'); print(b.getvalue())
with io.StringIO('x') as f: print(f.read())
try: f.read()
except ValueError as e: print(e)
