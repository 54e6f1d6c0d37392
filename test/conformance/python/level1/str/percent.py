print('%s %d %r' % ('a', 5, 'b'), '%s' % 'x', '%s' % (1,), '%s' % [1, 2], '%%', '%d%%' % 50, '%(a)s %(b)d' % {'a': 1, 'b': 2})
print('%5s|%-5s|%.2s|%5.1s|%*d|%-*d|%.*f' % ('ab', 'ab', 'abc', 'xyz', 5, 42, 5, 42, 2, 3.14159))
print('%c%c' % ('x', 65), '%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%e %E %g %G' % (12345.678, 0.00012, 1e10, 1e-10))
print('%+d % d %05d %-5d| %+.2f' % (5, 5, 5, 5, 2.5), '%i %u' % (3, 4), '%a' % 'é')
print('%s %s' % ({'a': 1}, None), '%(x)s' % {'x': (1, 2)}, '%s' % {'a': 1})
print('%d' % 3.99, '%d' % -3.99, '%d' % True, '%f' % 3, '%s %s' % ('é', '中'), '%.3d' % 5, '%+x' % 255, '%08.3f' % -3.14159, '%#.3x' % 10)
print('%d' % 10 ** 2 if False else '%d' % (10 ** 30), '%x' % 10 ** 2 if False else '%x' % (10 ** 30), '%ld %hd' % (1, 2))
for f in (lambda: '%s %s' % 'a', lambda: '%s' % ('a', 'b'), lambda: '%d' % 'a', lambda: '%d' % None, lambda: '%z' % 1, lambda: '%' % 1, lambda: '%(a)s' % 1, lambda: '%(a)s' % {}, lambda: '%c' % 'ab', lambda: '%c' % -1, lambda: '%x' % 'a', lambda: '%f' % 'a', lambda: 'abc' % 1, lambda: 'abc' % (1,), lambda: '%s %*d' % ('a', 'b', 1), lambda: '%(a' % {}, lambda: '%d' % [], lambda: '%c' % 1.5, lambda: '%f' % None):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print('abc' % [], 'abc' % {}, '%s' % b'x', '%s' % ((1, 2),))
