print((1.0).is_integer(), (1.5).is_integer(), float('inf').is_integer())
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.75).as_integer_ratio(), (1e20).as_integer_ratio())
print((1.5).hex(), (0.1).hex(), (-0.0).hex(), float('inf').hex(), (1e-320).hex(), float.fromhex('0x1.8p1'), float.fromhex('-0x1p-3'), float.fromhex('1.8'))
print((2.5).real, (2.5).imag, (2.5).conjugate())
for f in (lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio(), lambda: float.fromhex('zz'), lambda: int(float('-inf'))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(hash(1.0) == hash(1), hash(0.5) == hash(0.5), hash(2.0 ** 70) == hash(2 ** 70), hash(float('inf')), hash(-0.0))
print({1: 'a', 1.0: 'b', True: 'c'}, {0, 0.0, False})
print(int(1e18), int(1e19), int(-0.5), round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5))
