from decimal import Decimal, getcontext, ROUND_HALF_UP, ROUND_DOWN, ROUND_HALF_EVEN, InvalidOperation, localcontext, DivisionByZero
D = Decimal
print(D('1.10') + D('2.20'), D('0.1') + D('0.2') == D('0.3'), D(1) / D(3), D('1.5') * 2, D(5) // 2, D(5) % 3, -D('1.0'), abs(D('-2')), D('1E+3'), D('1e-10'), D('123.456').quantize(D('0.01')), D('2.5').quantize(D('1')), D('2.5').quantize(D('1'), rounding=ROUND_HALF_UP), D('1.999').quantize(D('0.01'), ROUND_DOWN), D(0.1), D(5), D('NaN'), D('Infinity'), D('-0'), repr(D('1.20')), D('1.20').normalize(), D('100').normalize())
print(D('1.1') < D('1.2'), D('1.0') == 1, D('1.5') == 1.5, D('2') > 1, max(D(1), D(2)), sorted([D('3'), D('1')]), sum([D('0.1')] * 3), hash(D('1.0')) == hash(1), {D(1): 'x'}[1], int(D('3.9')), float(D('1.25')), round(D('2.675'), 2), round(D('2.5')), D('2').sqrt(), D(2) ** 10, D('1.5').to_integral_value(), D('1234567.891').__format__(',.2f'), f'{D("3.14159"):.2f}', f'{D("1.5"):>8}', str(D('1E-7')), D('0.000001'), D('0.0000001'), D('12').as_tuple(), D('1.23').is_nan(), D('-1').is_signed(), D('7').exp().quantize(D('.001')), D('100').log10(), D('1.23E5').to_eng_string(), D('3.3').as_integer_ratio(), bool(D(0)), D((1, (1, 2, 3), -2)))
getcontext().prec = 6; print(D(1) / D(7), D('1234567') + 1, +D('1.23456789')); getcontext().prec = 28
with localcontext() as ctx: ctx.prec = 4; print(D(1) / 3)
print(D(1) / 3, D('1e400') * D('1e400'), divmod(D(7), 2), D(7).fma(2, 3), D('5').compare(D('6')), D('1.1').copy_negate(), D(3).max(D(4)))
for f in (lambda: D('x'), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) + 1.5, lambda: D(None), lambda: D('1') + 'a', lambda: D(-1).sqrt(), lambda: int(D('NaN')), lambda: D('nan') < 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
