# What is too large is an error before memory is taken, with CPython's type and text.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def star(n):
    a, *b = range(n)
    return a


for n in (2**62, 2**70):
    show(lambda: list(range(n)))
    show(lambda: tuple(range(n)))
    show(lambda: sorted(range(n)))
    show(lambda: [*range(n)])
    show(lambda: (lambda *p: 1)(*range(n)))
    show(lambda: ''.join(range(n)))
    show(lambda: star(n))
for n in (-1, 0x110000, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, 2**70):
    show(lambda: chr(n))
    show(lambda: format(n, 'c'))
show(lambda: int('x' * 300))
show(lambda: int(b'x' * 300))
show(lambda: int('é' * 300, 5))
show(lambda: int("'" * 300, 5))
