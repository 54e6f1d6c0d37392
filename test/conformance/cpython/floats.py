# Runs CPython's files of floats (msg.payload, text) by the rules of its own tests (test_float, test_math); each function returns
# [how many were compared, what differs].
import math
import struct


def lines(text):
    for line in text.splitlines():
        line = line.split('--')[0].strip()
        if line and line[0] != '#':
            yield line


def formatfloat(text):
    count, wrong = 0, []
    for line in lines(text):
        left, wanted = (part.strip() for part in line.split('->'))
        form, number = left.split()
        x = float(number)
        cases = [(form % x, wanted), (form % -x, '-' + wanted)]
        if form != '%r':
            cases += [(format(x, form[1:]), wanted), (format(-x, form[1:]), '-' + wanted)]
        for got, should in cases:
            count += 1
            if got != should:
                wrong.append(f'{line} | {got}')
    return [count, wrong]


def bits(text):
    """The bits of each number of floating_points.txt, and whether its text reads back the same."""
    return [[line, struct.pack('>d', float(line)).hex(), float(repr(float(line))) == float(line)] for line in lines(text)]


def ulps(x):
    n = struct.unpack('<q', struct.pack('<d', x))[0]
    return ~(n + 2 ** 63) if n < 0 else n


def differs(wanted, got, steps, distance):
    if got == wanted:
        return False
    if isinstance(wanted, str) or isinstance(got, str):
        return True
    if math.isnan(wanted) and math.isnan(got):
        return False
    if math.isinf(wanted) or math.isinf(got):
        return True
    return abs(wanted - got) > distance and abs(ulps(wanted) - ulps(got)) > steps


def tolerance(name, x):
    if name == 'gamma':
        return 20, 0.0
    if name == 'lgamma':
        return 5, 1e-15
    if name == 'erfc' and x >= 0.0:
        return (10 if x < 1.0 else 100 if x < 10.0 else 1000), 0.0
    return 5, 0.0


def compare(name, x, wanted, flags, steps, distance):
    if 'invalid' in flags or 'divide-by-zero' in flags:
        wanted = 'ValueError'
    elif 'overflow' in flags:
        wanted = 'OverflowError'
    try:
        got = getattr(math, name)(x)
    except (ValueError, OverflowError) as e:
        got = type(e).__name__
    return f'{name}({x!r}) {wanted} | {got}' if differs(wanted, got, steps, distance) else None


def math_cases(text):
    count, wrong = 0, []
    for line in lines(text):
        left, right = line.split('->')
        _, name, number = left.split()
        wanted, *flags = right.split()
        count += 1
        wrong.append(compare(name, float(number), float(wanted), flags, *tolerance(name, float(number))))
    return [count, [w for w in wrong if w]]


def cmath_cases(text):
    """Those without an imaginary part: there is no cmath in DataWay, so they are math's."""
    count, wrong = 0, []
    for line in lines(text):
        left, right = line.split('->')
        _, name, real, imaginary = left.split()
        wanted, other, *flags = right.split()
        if float(imaginary) != 0 or float(other) != 0 or name in ('rect', 'polar'):
            continue
        count += 1
        wrong.append(compare(name, float(real), float(wanted), flags, 5, 0.0))
    return [count, [w for w in wrong if w]]


def dw_process(msg):
    kind, _, text = msg.payload['^value'].partition('\n')
    return {'formatfloat': formatfloat, 'bits': bits, 'math': math_cases, 'cmath': cmath_cases}[kind](text)
