import math
print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.sqrt(16), math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3), math.pow(2, 3), math.factorial(20), math.gcd(12, 18), math.gcd(), math.gcd(12, 18, 8), math.lcm(4, 6), math.isqrt(99), math.comb(5, 2), math.perm(5, 2), math.perm(4))
print(math.log(8, 2), math.log2(8), math.log10(1000), math.log(1), math.log1p(0), math.exp(0), math.expm1(0), math.hypot(3, 4), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.degrees(math.pi), math.radians(180), math.dist((0, 0), (3, 4)))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(1, 2, abs_tol=1), math.sin(0), math.cos(0), math.tan(0), math.asin(1), math.acos(1), math.atan(0), math.atan2(1, -1), math.sinh(0), math.cosh(0), math.tanh(0), math.exp2(3), math.remainder(7, 4), math.ulp(1.0), math.nextafter(1.0, 2.0), math.gamma(5), math.floor(10 ** 20), math.ceil(1e20))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.sqrt('a'), lambda: math.gcd(1.5, 2), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.fmod(1, 0), lambda: math.comb(-1, 2), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.log('x'), lambda: math.pow(10, 400), lambda: math.log10(0), lambda: math.foo, lambda: math.sin(math.inf)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(math.sqrt(10 ** 40), math.log(10 ** 400), math.log2(2 ** 2000), math.isqrt(10 ** 40), math.factorial(50), math.log10(10 ** 300), math.floor(-0.5), math.pow(2.5, 2), math.comb(100, 50))
class F:
    def __float__(self): return 4.0
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __trunc__(self): return 'tr'
print(math.sqrt(F()), math.floor(F()), math.ceil(F()), math.trunc(F()))
