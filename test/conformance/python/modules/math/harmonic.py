# harmonic_mean: floats even for ints, weights, zeros, errors.
from decimal import Decimal
from statistics import harmonic_mean, StatisticsError


def show(*args):
    try:
        print(repr(harmonic_mean(*args)))
    except StatisticsError as e:
        print('StatisticsError', e)
    except Exception as e:
        print(type(e).__name__)


show([40, 60])
show([2.5, 3, 10])
show([5])
show([-5])
show([1, 0, 2])
show([1, -1])
show([])
show([40, 60], [5, 30])
show([40, 60], [5])
show([40, 60], [0, 0])
show([Decimal('40'), Decimal('60')])
show([0.1] * 7)
show([10 ** 20, 3])
