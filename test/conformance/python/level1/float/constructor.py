for a in ('1', '1.5', ' -2.5e3 ', '1e-5', 'inf', '-Infinity', 'nan', '+NaN', '1_0.0_1', '.5', '5.', '1e400', '0x10', '', 'abc', '1e', '1.5.2', '--1', '1__0', b'2.5', bytearray(b'3'), 7, True, 10 ** 30):
    try:
        print(repr(a), float(a))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(float())
for a in (None, [], {}, 10 ** 400):
    try:
        print(float(a))
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
