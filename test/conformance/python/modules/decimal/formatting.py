from decimal import Decimal as D

for v in ('0', '1', '-1', '1234567.891', '0.000012345', '1E+10', '-0.00', '1e-10', '123', 'NaN', '-Infinity', '99.995', '0.5', '1.10', '1e3'):
    row = []
    for spec in ('', 'f', '.2f', '.0f', 'e', '.3e', 'E', 'g', '.3g', '%', '.1%', ',', ',.2f', '10', '<10', '^10', '+', ' ', '010.2f', '*>12.1f', '012,.1f', 'n', '_.2f', '+.2e', '.10', '=+12'):
        try:
            row.append('[%s]' % format(D(v), spec))
        except ValueError as e:
            row.append('ValueError ' + str(e))
    print(v, *row)
print(f"{D('3.14159'):.2f} {D('1000000'):,} {D('0.256'):.1%} {D('5')!r:>15}", '%s %d %.2f' % (D('1.50'), D('7.9'), D('2.345')), '{:>8.3f}|'.format(D('2.71828')))
try:
    print(format(D(1), 'x'))
except ValueError as e:
    print(e)
