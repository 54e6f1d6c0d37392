print(); print(1, 'a', None, [1], sep='|'); print('a', end=''); print('b'); print(*[1, 2], sep='\n'); print('', ''); print(sep='x'); print(1, 2, sep=' - ', end=' END\n')
import sys, io
print('err', file=sys.stderr); print('out', file=sys.stdout)
s = io.StringIO(); print('x', 1, file=s); print(repr(s.getvalue()))
class W:
    def write(self, t): sys.stdout.write('[' + t + ']')
print('a', 'b', file=W()); print()
try: print('a', file=5)
except AttributeError as e: print(e)
print('é😀', 'a\tb', 'a\\n', "q'", ['q\'', "x\"", 'é', '\n', '\x00'])
print(1.0, 1e100, -0.0, 1j, True, ..., NotImplemented, None, int, len, range(3), slice(1), b'x')
print(Ellipsis, type(...), type(NotImplemented), repr(print))
sys.stdout.write('no newline\n'); print(sys.stdout.write('abc\n'))
