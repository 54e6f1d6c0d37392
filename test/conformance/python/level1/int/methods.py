print((5).bit_length(), (255).bit_length(), (256).bit_length(), (-1).bit_length())
print((5).bit_count(), (-7).bit_count(), (2 ** 100 - 1).bit_count())
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-1).to_bytes(2, 'big', signed=True), (5).to_bytes())
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\x04\x00', 'little'), int.from_bytes(b'\xff\xfe', 'big', signed=True))
print(int.from_bytes([1, 2, 3], byteorder='big'), int.from_bytes(b'', 'big'))
print((7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate(), (10).as_integer_ratio())
for f in (lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(2, 'big'), lambda: (1).to_bytes(1, 'x'),
          lambda: (1).to_bytes(-1, 'big'), lambda: (1).foo, lambda: (1)()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print((5).__add__(3), (5).__sub__(2), (2).__pow__(3), (5).__neg__(), (5).__eq__(5), (5).__lt__(6), (3).__add__('a'))
print((3).__bool__(), (0).__bool__(), (3).__str__(), (3).__repr__(), (3).__hash__(), (3).__index__(), (3).__float__())
print((2 ** 70).to_bytes(10, 'big'), int.from_bytes((2 ** 70 + 5).to_bytes(9, 'little'), 'little'))
