for n in (0, 7, -7, 255, -255, 10 ** 20, -10 ** 20):
    print(str(n), repr(n), hex(n), oct(n), bin(n))
    print('%d %i %x %X %o %#x %#o %5d|%-5d|%05d|%+d|% d' % (n, n, n, n, n, n, n, n, n, n, n, n))
    print(format(n), format(n, 'd'), format(n, 'x'), format(n, '#X'), format(n, 'b'), format(n, '#b'), format(n, 'o'), format(n, ','), format(n, '_'), format(n, '_x'))
    print(f'{n:>25}|{n:<25}|{n:^25}|{n:=+25}|{n:025}|{n:*^25,}')
for f in (lambda: hex(1.5), lambda: oct('a'), lambda: bin(None), lambda: format(5, 'z'), lambda: '%d' % 'a', lambda: '%x' % 1.5, lambda: format(5, '.2d'), lambda: format(5, ',x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(chr(65), format(65, 'c'), '%c' % 65, format(3, '.2f'), format(3, 'e'), format(12345, 'g'), format(5, '%'))
