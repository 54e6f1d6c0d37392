# The Mersenne Twister and the distributions on it: the same numbers as CPython for the same seed. Without a seed the host
# gives one, so that a replayed run sees the same numbers again.

import _mersenne
from bisect import bisect as _bisect
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, floor as _floor, isfinite as _isfinite
from math import log as _log, pi as _pi, sin as _sin, sqrt as _sqrt

__all__ = ['Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss',
           'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint', 'random',
           'randrange', 'sample', 'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate',
           'weibullvariate']

_NORMAL = 4 * _exp(-0.5) / _sqrt(2.0)
_LOG4 = _log(4.0)
_GAMMA = 1.0 + _log(4.5)


def _host_seed():
    try:
        import _host
    except ImportError:
        return 5489
    return _host.seed()


def _index(n):
    if isinstance(n, int):
        return int(n)
    if not hasattr(n, '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an integer" % (type(n).__name__,))
    return n.__index__()


class Random:
    """A generator of random numbers with a seed of its own.

    >>> random.Random(1).randint(5, 5)
    5
    """

    def __init__(self, x=None):
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        """Starts the row of numbers again at a place.

        >>> random.seed(1)
        >>> random.randint(1, 10)
        3
        """
        self.gauss_next = None
        if a is None:
            a = _host_seed()
        elif isinstance(a, (str, bytes, bytearray)):
            if version == 1:
                text = a.decode('latin-1') if isinstance(a, bytes) else a
                x = ord(text[0]) << 7 if text else 0
                for c in text:
                    x = ((1000003 * x) ^ ord(c)) & 0xFFFFFFFFFFFFFFFF
                x ^= len(text)
                a = -2 if x == -1 else x
            else:
                import hashlib
                if isinstance(a, str):
                    a = a.encode()
                a = bytes(a)
                a = int.from_bytes(a + hashlib.sha512(a).digest(), 'big')
        elif isinstance(a, float):
            a = hash(a) & 0xFFFFFFFFFFFFFFFF
        elif not isinstance(a, int):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        a = abs(int(a))
        key = []
        while True:
            key.append(a & 0xFFFFFFFF)
            a >>= 32
            if not a:
                break
        self._mt = _mersenne.begin(key)
        self._at = 624

    def _word(self):
        if self._at >= 624:
            _mersenne.refill(self._mt)
            self._at = 0
        y = self._mt[self._at]
        self._at += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def random(self):
        """A float from 0 up to 1.

        >>> 0 <= random.random() < 1
        True
        """
        at = self._at
        if at < 623:
            # Both words are there: the same as below without the calls.
            mt = self._mt
            self._at = at + 2
            a = mt[at]
            b = mt[at + 1]
            a ^= a >> 11
            a ^= (a << 7) & 0x9D2C5680
            a ^= (a << 15) & 0xEFC60000
            b ^= b >> 11
            b ^= (b << 7) & 0x9D2C5680
            b ^= (b << 15) & 0xEFC60000
            return (((a ^ (a >> 18)) >> 5) * 67108864.0 + ((b ^ (b >> 18)) >> 6)) / 9007199254740992.0
        a = self._word() >> 5
        return (a * 67108864.0 + (self._word() >> 6)) / 9007199254740992.0

    def getrandbits(self, k):
        """An int of `k` random bits.

        >>> random.getrandbits(4) < 16
        True
        """
        k = _index(k)
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        result = 0
        shift = 0
        while k > 0:
            word = self._word()
            if k < 32:
                word >>= 32 - k
            result |= word << shift
            shift += 32
            k -= 32
        return result

    def getstate(self):
        return (3, tuple(self._mt) + (self._at,), self.gauss_next)

    def setstate(self, state):
        version = state[0]
        if version != 3:
            raise ValueError('state with version %s passed to Random.setstate() of version %s' % (version, 3))
        words = state[1]
        if len(words) != 625:
            raise ValueError('state vector is the wrong size')
        self._mt = list(words[:624])
        self._at = words[624]
        self.gauss_next = state[2]

    def _below(self, n):
        if not n:
            return 0
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randbytes(self, n):
        """`n` random bytes.

        >>> len(random.randbytes(4))
        4
        """
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        """An item of range(start, stop, step).

        >>> random.randrange(4, 5)
        4
        """
        first = _whole(start, 'randrange', 1)
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if first > 0:
                return self._below(first)
            raise ValueError('empty range for randrange()')
        last = _whole(stop, 'randrange', 2)
        width = last - first
        by = _whole(step, 'randrange', 3)
        if by == 1:
            if width > 0:
                return first + self._below(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (first, last, width))
        if by > 0:
            n = (width + by - 1) // by
        elif by < 0:
            n = (width + by + 1) // by
        else:
            raise ValueError('zero step for randrange()')
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return first + by * self._below(n)

    def randint(self, a, b):
        """An int from a to b, both included.

        >>> random.randint(3, 3)
        3
        """
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """One item of a sequence.

        >>> random.choice(['a'])
        'a'
        """
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        """Puts a list in a random order.

        >>> (lambda l: random.shuffle(l) or sorted(l))([2, 1])
        [1, 2]
        """
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """`k` different items.

        >>> sorted(random.sample([1, 2, 3], 3))
        [1, 2, 3]
        """
        if not isinstance(population, (list, tuple, str, range, bytes, bytearray)) and (
                isinstance(population, (dict, set, frozenset)) or not hasattr(population, '__getitem__')):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            ends = []
            total = 0
            for count in counts:
                total += count
                ends.append(total)
            if len(ends) != n:
                raise ValueError('The number of counts does not match the population')
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            return [population[_bisect(ends, s)] for s in self.sample(range(total), k)]
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        result = [None] * k
        least = 21
        if k > 5:
            least += 4 ** _ceil(_log(k * 3, 4))
        if n <= least:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = self._below(n)
                while j in taken:
                    j = self._below(n)
                taken.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """`k` items, which may repeat, by weights when given.

        >>> random.choices('ab', weights=[0, 1], k=2)
        ['b', 'b']
        """
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[_floor(self.random() * (n + 0.0))] for _ in range(k)]
            if isinstance(weights, int):
                k = weights
                raise TypeError('The number of choices must be a keyword argument: k=%r' % (k,))
            cum_weights = []
            total = 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[_bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        """A float from a to b.

        >>> 1 <= random.uniform(1, 2) <= 2
        True
        """
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """A float around mu with the deviation sigma.

        >>> random.normalvariate(5, 0)
        5.0
        """
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _NORMAL * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """A float around mu with the deviation sigma.

        >>> random.gauss(5, 0)
        5.0
        """
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * (2.0 * _pi)
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return 2.0 * _pi * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + _acos(f)) % (2.0 * _pi)
        return (mu - _acos(f)) % (2.0 * _pi)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            a = _sqrt(2.0 * alpha - 1.0)
            b = alpha - _LOG4
            c = alpha + a
            while True:
                u = self.random()
                if not 1e-7 < u < 0.9999999:
                    continue
                v = 1.0 - self.random()
                w = _log(u / (1.0 - u)) / a
                x = alpha * _exp(w)
                z = u * u * v
                r = b + c * w - x
                if r + _GAMMA - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        while True:
            u = self.random()
            b = (_e + alpha) / _e
            p = b * u
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            v = self.random()
            if p > 1.0:
                if v <= x ** (alpha - 1.0):
                    return x * beta
            elif v <= _exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    pass


def _whole(n, where, position):
    if isinstance(n, int):
        return int(n)
    if hasattr(n, '__index__'):
        return n.__index__()
    try:
        whole = int(n)
    except TypeError:
        whole = None
    if whole is None or whole != n:
        if isinstance(n, float):
            raise ValueError('non-integer arg %d for %s()' % (position, where) if position == 1 else
                             'non-integer stop for randrange()' if position == 2 else 'non-integer step for randrange()')
        return _index(n)
    return whole


_shared = Random()
seed = _shared.seed
random = _shared.random
uniform = _shared.uniform
triangular = _shared.triangular
randint = _shared.randint
choice = _shared.choice
randrange = _shared.randrange
sample = _shared.sample
shuffle = _shared.shuffle
choices = _shared.choices
normalvariate = _shared.normalvariate
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
vonmisesvariate = _shared.vonmisesvariate
gammavariate = _shared.gammavariate
gauss = _shared.gauss
betavariate = _shared.betavariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
getstate = _shared.getstate
setstate = _shared.setstate
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
