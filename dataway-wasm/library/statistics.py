# Averages and spread, exact where Python's are: sums are kept as fractions of integers, rounded once at the end.

from math import sqrt, erf, exp, log, gcd, fabs, tau, inf, isqrt, isfinite, frexp
from decimal import Decimal

from _normal import NormalDist


class StatisticsError(ValueError):
    pass


# A number as (numerator, denominator).
def _ratio(x):
    if isinstance(x, int):
        return int(x), 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)


def _sum(data):
    kind = int
    n = 0
    totals = {}
    odd = None
    for x in data:
        n += 1
        if isinstance(x, (float, Decimal)) and kind is not type(x):
            kind = type(x)
        elif hasattr(x, 'limit_denominator'):
            kind = type(x)
        if isinstance(x, float) and not isfinite(x):
            odd = x if odd is None else odd + x
            continue
        num, den = _ratio(x)
        totals[den] = totals.get(den, 0) + num
    if odd is not None:
        return kind, odd, 1, n
    top, bottom = 0, 1
    for den, num in sorted(totals.items()):
        top = top * den + num * bottom
        bottom *= den
        common = gcd(top, bottom)
        top //= common
        bottom //= common
    return kind, top, bottom, n


def _convert(top, bottom, kind):
    if not isinstance(top, int):
        return top
    if kind is Decimal:
        return Decimal(top) / Decimal(bottom)
    if hasattr(kind, 'limit_denominator'):
        return kind(top, bottom)
    if bottom == 1 and kind is int:
        return top
    return top / bottom


def mean(data):
    """The average, exact for ints and Decimals.

    >>> statistics.mean([1, 2, 4])
    2.3333333333333335
    """
    kind, top, bottom, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    if not isinstance(top, int):
        return top / n
    common = gcd(top, bottom * n)
    return _convert(top // common, bottom * n // common, kind)


def fmean(data, weights=None):
    """The average as a float, with weights when given.

    >>> statistics.fmean([1, 2], [3, 1])
    1.25
    """
    from math import fsum
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return fsum(x * w for x, w in zip(data, weights)) / total


def geometric_mean(data):
    """The geometric average.

    >>> round(statistics.geometric_mean([1, 4]), 6)
    2.0
    """
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The harmonic average.

    >>> statistics.harmonic_mean([40, 60])
    48.0
    """
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None:
        if len(data) == 1:
            if data[0] < 0:
                raise StatisticsError('harmonic mean does not support negative values')
            return data[0]
        weights = [1] * len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
    for x in weights + data:
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
    _, top, bottom, _ = _sum(weights)
    try:
        kind, total_top, total_bottom, _ = _sum([w / x if w else 0 for w, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total_top <= 0:
        raise StatisticsError('Weighted sum must be positive')
    num, den = top * total_bottom, bottom * total_top
    common = gcd(num, den)
    return _convert(num // common, den // common, kind)


def median(data):
    """The middle value.

    >>> statistics.median([1, 3, 5, 7])
    4.0
    """
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The lower of the middle values.

    >>> statistics.median_low([1, 3, 5, 7])
    3
    """
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    return data[n // 2] if n % 2 else data[n // 2 - 1]


def median_high(data):
    """The higher of the middle values.

    >>> statistics.median_high([1, 3, 5, 7])
    5
    """
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The middle value of data that stand for intervals of this width.

    >>> statistics.median_grouped([1, 2, 2, 3])
    2.0
    """
    from bisect import bisect_left, bisect_right
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n == 1:
        return data[0]
    x = data[n // 2]
    below = bisect_left(data, x)
    try:
        lower = x - interval / 2
    except TypeError:
        lower = float(x) - float(interval) / 2
    return lower + interval * (n / 2 - below) / (bisect_right(data, x) - below)


def mode(data):
    """The most frequent value.

    >>> statistics.mode('abbc')
    'b'
    """
    found = multimode(data)
    if not found:
        raise StatisticsError('no mode for empty data')
    return found[0]


def multimode(data):
    """All the most frequent values.

    >>> statistics.multimode('aabb')
    ['a', 'b']
    """
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 values that cut the data into n equal parts.

    >>> statistics.quantiles([1, 2, 3, 4, 5], n=4)
    [1.5, 3.0, 4.5]
    """
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError('Unknown method: %r' % method)


# Sum of squared deviations, exactly: (n Σx² − (Σx)²) / n.
def _squares(data, center=None):
    data = list(data)
    kind, top, bottom, n = _sum(data)
    if n == 0 or not isinstance(top, int):
        return kind, top, bottom, n
    squares_top, squares_bottom = 0, 1
    if center is not None:
        a, b = _ratio(center)
        data = [(_ratio(x)[0] * b - a * _ratio(x)[1], _ratio(x)[1] * b) for x in data]
    else:
        data = [_ratio(x) for x in data]
    for num, den in data:
        squares_top = squares_top * den * den + num * num * squares_bottom
        squares_bottom *= den * den
        common = gcd(squares_top, squares_bottom)
        squares_top //= common
        squares_bottom //= common
    if center is None:
        num = n * squares_top * bottom * bottom - top * top * squares_bottom
        den = squares_bottom * bottom * bottom * n
    else:
        num, den = squares_top, squares_bottom
    common = gcd(num, den) or 1
    return kind, num // common, den // common, n


def _reduced(num, den):
    common = gcd(num, den) or 1
    return num // common, den // common


def variance(data, xbar=None):
    """The variance of a sample.

    >>> statistics.variance([1, 2, 3, 4])
    1.6666666666666667
    """
    kind, num, den, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(*_reduced(num, den * (n - 1)), kind)


def pvariance(data, mu=None):
    """The variance of all data.

    >>> statistics.pvariance([1, 2, 3, 4])
    1.25
    """
    kind, num, den, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(*_reduced(num, den * n), kind)


# Square root of a fraction, rounded once.
def _sqrt_of(n, m):
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        a = n // (m << 2 * q)
        root = isqrt(a)
        return float((root | (root * root * (m << 2 * q) != n)) << q)
    a = (n << -2 * q) // m
    root = isqrt(a)
    return (root | (root * root * m != n << -2 * q)) / (1 << -q)


def stdev(data, xbar=None):
    """The standard deviation of a sample.

    >>> statistics.stdev([1, 2, 3, 4, 5])
    1.5811388300841898
    """
    kind, num, den, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    num, den = _reduced(num, den * (n - 1))
    return (Decimal(num) / Decimal(den)).sqrt() if kind is Decimal else _sqrt_of(num, den)


def pstdev(data, mu=None):
    """The standard deviation of all data.

    >>> statistics.pstdev([1, 2, 3, 4])
    1.118033988749895
    """
    kind, num, den, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    num, den = _reduced(num, den * n)
    return (Decimal(num) / Decimal(den)).sqrt() if kind is Decimal else _sqrt_of(num, den)


def covariance(x, y, /):
    """The covariance of two samples.

    >>> statistics.covariance([1, 2, 3], [1, 2, 4])
    1.5
    """
    from math import fsum
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    return fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    """Pearson's correlation of two samples.

    >>> statistics.correlation([1, 2, 3], [3, 2, 1])
    -1.0
    """
    from math import fsum
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    sxy = fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    sxx = fsum((d := xi - xbar) * d for xi in x)
    syy = fsum((d := yi - ybar) * d for yi in y)
    if not sxx * syy:
        raise StatisticsError('at least one of the inputs is constant')
    return sxy / sqrt(sxx * syy)


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the best line.

    >>> statistics.linear_regression([1, 2, 3], [2, 4, 6])
    LinearRegression(slope=2.0, intercept=0.0)
    """
    from collections import namedtuple
    from math import fsum
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    if proportional:
        sxy = fsum(xi * yi for xi, yi in zip(x, y))
        sxx = fsum(xi * xi for xi in x)
    else:
        xbar = fsum(x) / n
        ybar = fsum(y) / n
        sxy = fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
        sxx = fsum((d := xi - xbar) * d for xi in x)
    if not sxx:
        raise StatisticsError('x is constant')
    slope = sxy / sxx
    return namedtuple('LinearRegression', ('slope', 'intercept'))(slope, 0.0 if proportional else ybar - slope * xbar)
