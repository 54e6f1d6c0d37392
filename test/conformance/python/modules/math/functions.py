import math

for x in (0, 1, -1, 2, 0.5, -2.5, 1e10, 1e-10, 100, 7.3, float('inf'), float('nan'), 10 ** 20, True):
    row = []
    for name in ('ceil', 'floor', 'trunc', 'fabs', 'sqrt', 'cbrt', 'exp', 'exp2', 'expm1', 'log', 'log2', 'log10', 'log1p', 'isnan', 'isinf', 'isfinite',
                 'degrees', 'radians', 'modf', 'frexp', 'ulp', 'atan', 'tanh', 'asinh', 'gamma'):
        try:
            r = getattr(math, name)(x)
            row.append('%s=%.12g' % (name, r) if isinstance(r, float) else '%s=%r' % (name, r))
        except Exception as e:
            row.append('%s=%s %s' % (name, type(e).__name__, e))
    print(x, *row)
print(math.pi, math.e, math.tau, math.inf, math.nan, math.pow(2, 0.5), math.pow(2, 10), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(1, -0.0))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.gcd(10 ** 30, 6 ** 20), math.lcm(10 ** 20, 3))
print([math.factorial(n) for n in range(15)], math.factorial(30), [math.comb(10, k) for k in range(12)], math.perm(10, 3), math.perm(5), math.comb(100, 50))
print(math.isqrt(10 ** 40), math.isqrt(99), math.isqrt(0), math.isqrt(2 ** 100 - 1), math.ldexp(0.75, 4), math.ldexp(1, -1080), math.ldexp(5e-324, 2000 - 800))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.prod([1, 2, 3.5]), math.prod([]), math.prod([2, 3], start=10))
print(math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(), math.dist([1, 2], [4, 6]), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2))
print(math.nextafter(1, 2), math.nextafter(0, -1), math.log(8, 2), math.log(10 ** 400), math.log2(2 ** 2000), math.log10(10 ** 500), math.atan2(1, -1), math.atan2(-0.0, -1))
print('%.12g %.12g %.12g %.12g' % (math.sin(1), math.cos(1), math.tan(1), math.erf(0.5)), '%.12g %.12g %.12g' % (math.erfc(2), math.lgamma(10.5), math.gamma(0.5)))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt('x'),
          lambda: math.floor('x'), lambda: math.ceil(math.inf), lambda: math.floor(math.nan), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.comb(5, -2),
          lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.gcd(1.5, 2), lambda: math.log(5, 1), lambda: math.sqrt(), lambda: math.fmod(1, 0),
          lambda: math.sin(math.inf), lambda: math.dist([1], [1, 2]), lambda: math.atanh(1), lambda: math.log1p(-1), lambda: math.gamma(-1), lambda: math.ldexp(1, 5000),
          lambda: math.fsum([math.inf, -math.inf]), lambda: math.sqrt(10 ** 400), lambda: math.trunc('1'), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.prod(['a', 'b'])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
