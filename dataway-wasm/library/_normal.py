# The normal distribution, for statistics.

from math import erf, exp, fabs, hypot, log, sqrt, tau

# Wichura's algorithm AS241 (Applied Statistics 37, 1988): numerators and denominators for the middle and the two tails.
_MIDDLE = ((2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
            1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0),
           (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
            5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0))
_NEAR = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
          3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0),
         (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
          6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0))
_FAR = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
         2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0),
        (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
         1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _quotient(tables, r):
    tops, bottoms = tables
    top = bottom = 0.0
    for a, b in zip(tops, bottoms):
        top = top * r + a
        bottom = bottom * r + b
    return top, bottom


def _inverse(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        top, bottom = _quotient(_MIDDLE, 0.180625 - q * q)
        return mu + top * q / bottom * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _quotient(_NEAR, r - 1.6) if r <= 5.0 else _quotient(_FAR, r - 5.0)
    x = top / bottom
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution by its mean and standard deviation.

    >>> statistics.NormalDist(100, 15).cdf(130)
    0.9772498680518208
    """

    __slots__ = ('_mu', '_sigma')
    __module__ = 'statistics'

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            from statistics import StatisticsError
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and the deviation of a sample."""
        from statistics import fmean, stdev
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """Random numbers of this distribution."""
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def _spread(self, name):
        if not self._sigma:
            from statistics import StatisticsError
            raise StatisticsError(name + '() not defined when sigma is zero')
        return self._sigma

    def pdf(self, x):
        """How dense the distribution is at x."""
        variance = self._spread('pdf') ** 2
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """How likely a value is at most x."""
        return 0.5 * (1.0 + erf((x - self._mu) / (self._spread('cdf') * 1.4142135623730951)))

    def inv_cdf(self, p):
        """The x below which values lie with probability p."""
        if p <= 0.0 or p >= 1.0:
            from statistics import StatisticsError
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _inverse(p, self._mu, self._spread('cdf'))

    def quantiles(self, n=4):
        """The n - 1 values that part the distribution into n of equal likelihood."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much two distributions have in common, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        from statistics import StatisticsError
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        X_var, Y_var = X.variance, Y.variance
        if not X_var or not Y_var:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = Y_var - X_var
        dm = fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * 1.4142135623730951))
        a = X._mu * Y_var - Y._mu * X_var
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(Y_var / X_var))
        x1 = (a + b) / dv
        x2 = (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        """How many deviations x is above the mean."""
        return (x - self._mu) / self._spread('zscore')

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / fabs(divisor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return 'NormalDist(mu=%r, sigma=%r)' % (self._mu, self._sigma)
