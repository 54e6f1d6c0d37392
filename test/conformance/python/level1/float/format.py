for x in (0.0, 1.0, -1.5, 3.14159, 1234567.891, 1e-7, 1e20, 123456789.123, 0.00012345, float('inf'), float('nan'), -0.0, 99.995, 2.5, 0.5):
    print('%f %e %g %.2f %.0f %.3e %.10g %10.3f|%-10.2f|%+.1f|%010.2f|% .2f' % ((x,) * 12))
    print(format(x, ''), format(x, 'f'), format(x, 'e'), format(x, 'g'), format(x, 'n'), format(x, '%'), format(x, '.3'), format(x, '.1%'), format(x, ',.2f'), format(x, '_.1f'), format(x, 'E'), format(x, 'G'), format(x, 'F'))
    print(f'{x:12.3f}|{x:<12}|{x:^12}|{x:>+12.2e}|{x:012.4f}|{x:*^+14,.1f}|{x:#.0f}|{x:#g}|{x: .3g}|{x:.15g}|{x:.17g}')
print('%.50f' % 0.1)
print('%.30e' % (1 / 3))
print('%.0f %.0f %.0f %.0f' % (0.5, 1.5, 2.5, 3.5))
print('%5.1f%%' % 12.34, '%s' % 1.0, '%r' % 0.1, '%a' % 1e50)
for spec in ('d', 'x', 'c', '.f', 's', 'q', '10.5.2'):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print('ValueError', e)
print(format(1e10, 'g'), format(100000, 'g'), format(1000000, 'g'), format(1000000.0), format(12345678.0, '.3'), format(0.00001, '.3'))
print(format(1.0, '.0f'), format(1.5, '#.0e'), format(1234.5, '010,.1f'), format(-1234.5, '012,.1f'), format(1e15, ',.0f'), format(float('inf'), '010'), format(float('-inf'), '=10'))
print(format(-0.0, 'z.1f'), format(-0.04, 'z.1f'), format(-0.06, 'z.1f'))
