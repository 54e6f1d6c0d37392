for n in (0, 1, -1, 10, 255, 4096, -255, 2 ** 64, -2 ** 64):
    print(bin(n), oct(n), hex(n), int(bin(n), 2), int(oct(n), 8), int(hex(n), 16), int(hex(n), 0))
print(0b101, 0o17, 0xFF, 0B11, 0O7, 0Xa, 1_0_0, 0b1_1, 0x_ff)
print(int('101', 2), int('-0b101', 2), int('0o17', 8), int('0xFf', 16), int('zz', 36), int('12', 3), int(' 7 '), int('1_000_000'))
for s, b in (('2', 2), ('g', 16), ('0b1', 16), ('0x1', 10), ('', 2), ('-', 10), ('1 0', 10), ('0b', 2), ('0o8', 8), ('٣', 10)):
    try: print(repr(s), b, int(s, b))
    except ValueError as e: print(e)
print('%x %X %o %#x %#o' % (3735928559, 3735928559, 8, 255, 8), f'{255:b} {255:o} {255:x} {255:#b} {255:#X} {10 ** 20:x}', '{:08b} {:+x} {:_x} {:_b}'.format(5, 255, 2 ** 40, 1000))
