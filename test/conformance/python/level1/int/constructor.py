print(int(), int(5), int(-3.99), int(3.99), int('42'), int('  -42  '), int('+7'), int('1_000'))
print(int('ff', 16), int('0xff', 16), int('0xff', 0), int('0b101', 0), int('0o17', 0), int('z', 36), int('-101', 2), int('0', 0))
print(int(True), int(b'12'), int(bytearray(b'34'), 8), int('١٢٣'))
for a in ('', 'abc', '1.5', '1__0', '_1', '1_', '0x', '- 1', '99 9', b'x', '\n'):
    try:
        print(int(a))
    except ValueError as e:
        print('ValueError', e)
for args in (([],), (None,), ('1', 1), ('1', 37), (1, 2), ('2', 2), ('1', -1), (float('inf'),), (float('nan'),), ({},), ('1', 2.0)):
    try:
        print(int(*args))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(int('010', 10), int(' 0x1F ', 16), int('7' * 30), int('-' + '9' * 25))
try:
    int('08', 0)
except ValueError as e:
    print(e)
print(int(base=10, x='5') if False else int('5', base=10))
