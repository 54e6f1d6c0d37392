class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'A'
for n in 'add sub mul truediv floordiv mod divmod pow lshift rshift and or xor matmul'.split():
    setattr(A, f'__{n}__', (lambda n: lambda s, o: (n, o))(n))
    setattr(A, f'__r{n}__', (lambda n: lambda s, o: ('r' + n, o))(n))
a = A(1)
print(a + 1, a - 1, a * 1, a / 1, a // 1, a % 1, divmod(a, 1), a ** 1, a << 1, a >> 1, a & 1, a | 1, a ^ 1, a @ 1)
print(1 + a, 1 - a, 1 * a, 1 / a, 1 // a, 1 % a, divmod(1, a), 1 ** a, 1 << a, 1 >> a, 1 & a, 1 | a, 1 ^ a, 1 @ a)
print('s' + a, [1] + a, 's' * a, '%s' % a, () + a, {} | a, {1} - a)
for n in 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul'.split():
    setattr(A, f'__i{n}__', (lambda n: lambda s, o: ('i' + n, o))(n))
for src in '+ - * / // % ** << >> & | ^ @'.split():
    pass
b = a; b += 1; print(b)
b = a; b -= 1; print(b)
b = a; b *= 1; print(b)
b = a; b /= 1; print(b)
b = a; b //= 1; print(b)
b = a; b %= 1; print(b)
b = a; b **= 1; print(b)
b = a; b <<= 1; print(b)
b = a; b >>= 1; print(b)
b = a; b &= 1; print(b)
b = a; b |= 1; print(b)
b = a; b ^= 1; print(b)
b = a; b @= 1; print(b)
class B:
    def __neg__(s): return 'neg'
    def __pos__(s): return 'pos'
    def __invert__(s): return 'inv'
    def __abs__(s): return 'abs'
    def __int__(s): return 5
    def __float__(s): return 2.5
    def __complex__(s): return 1j
    def __index__(s): return 3
    def __round__(s, n=None): return 'round', n
    def __trunc__(s): return 't'
    def __floor__(s): return 'fl'
    def __ceil__(s): return 'ce'
    def __bytes__(s): return b'by'
    def __format__(s, f): return 'fmt' + f
    def __str__(s): return 'str'
    def __repr__(s): return 'repr'
    def __len__(s): return 7
    def __bool__(s): return False
    def __hash__(s): return 99
    def __contains__(s, x): return x
    def __reversed__(s): return 'rev'
    def __length_hint__(s): return 3
b = B()
import math
print(-b, +b, ~b, abs(b), int(b), float(b), round(b), round(b, 2), math.trunc(b), math.floor(b), math.ceil(b), bytes(b), format(b, 'x'), f'{b:y} {b!r} {b!s}', str(b), repr(b), len(b), bool(b), hash(b), 5 in b, 0 in b, reversed(b), hex(b), bin(b), oct(b), [1,2,3,4][b], range(b), 'x' * b)
print(complex(b))
