from decimal import *
import math

D = Decimal
values = ['0', '-0', '1', '-1', '1.1', '2.2', '3', '0.1', '1E+3', '1E-10', '123.456', '-99.99', '9999999999999999999999999999', '0.00',
          '1e28', '7', '12345678901234567890.123456789', '1e-30', '5E+20', 'Infinity', '-Inf', 'NaN']
for a in values:
    for b in values:
        row = []
        for f in (lambda x, y: x + y, lambda x, y: x - y, lambda x, y: x * y, lambda x, y: x / y, lambda x, y: x // y, lambda x, y: x % y,
                  lambda x, y: x < y, lambda x, y: x == y, lambda x, y: x.compare(y), lambda x, y: divmod(x, y), lambda x, y: x.max(y), lambda x, y: x.min(y),
                  lambda x, y: x.remainder_near(y)):
            try:
                row.append(str(f(D(a), D(b))))
            except Exception as e:
                row.append(type(e).__name__ + str(e))
        print(a, b, *row)
for a in values + ['1.5', '2.5', '-2.5', '1e5', '0.015', '123456789.987654321', '1.000', '100', '1e3', '-7.5']:
    x = D(a)
    row = [repr(x), str(x), x.to_eng_string(), x.as_tuple(), x.adjusted(), x.is_zero(), x.is_signed(), x.number_class(), x.copy_abs(), x.copy_negate(), bool(x)]
    for f in (lambda: -x, lambda: +x, lambda: abs(x), lambda: x.normalize(), lambda: int(x), lambda: float(x), lambda: round(x), lambda: round(x, 1),
              lambda: math.floor(x), lambda: math.ceil(x), lambda: x.to_integral_value(), lambda: x.quantize(D('0.01')), lambda: x.quantize(D('1')),
              lambda: x.sqrt(), lambda: x.as_integer_ratio(), lambda: x.next_plus(), lambda: x.next_minus(), lambda: x.scaleb(2), lambda: x.logb(),
              lambda: x == int(x), lambda: hash(x) == hash(int(x)) if x == int(x) else hash(x) == hash(float(x)) if x == float(x) else None):
        try:
            row.append(str(f()))
        except Exception as e:
            row.append(type(e).__name__ + str(e))
    print(*row)
print(D(1) / D(7), D(2) / 3, D(10) / 5, D('1.20') * 3, 5 - D('0.5'), 7 // D(2), 2 ** D(3), D('1.1') ** 10, D(2) ** -3, D(2) ** D('0.5'), D('1.5') ** D('2.5'))
print(D(0.1), D(1.5), D(-0.0), D(10 ** 30), D((1, (1, 2, 3), -2)), D(True), D.from_float(0.3), D('  3.14  '), D('1_000.5'))
for m in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(m, *[str(D(v).quantize(D('1'), rounding=m)) for v in ('1.1', '1.5', '2.5', '-1.1', '-1.5', '-2.5', '0.5', '-0.5', '5.01', '0.9')],
          *[str(D(v).quantize(D('0.01'), m)) for v in ('1.005', '1.015', '2.675', '-1.005')])
for v in ('1', '2', '10', '0.5', '0.1', '1e-5', '123.456', '-1', '-0.5', '50', '1e3', '0.999', '1.0001', '3.14159'):
    row = []
    for f in ('exp', 'ln', 'log10', 'sqrt'):
        try:
            row.append(str(getattr(D(v), f)()))
        except Exception as e:
            row.append(type(e).__name__ + str(e))
    print(v, *row)
c = getcontext()
print(c, c.prec, c.rounding)
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D('123456.789') + 0, +D('1.234567'), D(2).sqrt(), D(10).ln(), ctx.prec, ctx)
    ctx.rounding = ROUND_DOWN
    print(D(2) / 3, D('1.99999999') * 1)
print(getcontext().prec, Context(prec=3).divide(D(1), D(3)), Context(prec=4, rounding=ROUND_UP).create_decimal('1.23456'))
setcontext(Context(prec=10, traps=[]))
print(D(1) / 0, D(0) / 0, D('bad'), D(-1).sqrt(), getcontext().flags[DivisionByZero], getcontext().traps[Overflow])
setcontext(DefaultContext)
for f in (lambda: D('bad'), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D('NaN') < 1, lambda: D('sNaN') + 1, lambda: D([1]), lambda: D(None), lambda: D(1) < 'x',
          lambda: D(1).quantize(D('1e-40')), lambda: D('1e999999') * 10, lambda: int(D('NaN')), lambda: int(D('Inf')), lambda: D(5) % 0, lambda: D(5) // 0,
          lambda: D(-8) ** D('0.5'), lambda: D('Infinity') - D('Infinity'), lambda: D('1e50') // 3, lambda: hash(D('sNaN')), lambda: round(D('NaN')), lambda: D(0) ** 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(D('1.5') == 1.5, D('0.1') == 0.1, D(1) == 1, D(1) != 2, 1 < D(2), D(2) > 1.5, sorted([D(3), D(1), 2]), sum([D('0.1')] * 10), max(D(1), D(2)))
print(D('1.0') == D('1.00'), hash(D('1.0')) == hash(D('1.00')) == hash(1), {D(1): 'a'}[1], D('2.50').same_quantum(D('0.01')))
print(D('123.4').fma(2, D('0.5')), D(7).remainder_near(4), D('1.5').copy_sign(D(-1)), D('12').compare_total(D('12.0')), pow(D(3), D(4), D(5)))
print(issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), isinstance(D(1), Decimal))
