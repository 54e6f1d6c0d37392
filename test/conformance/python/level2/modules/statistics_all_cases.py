def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# statistics
from statistics import *
shown(lambda: (mean([1, 2, 3, 4]), mean([1.5, 2]), median([1, 3, 2]), median([1, 2, 3, 4]), median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4]), mode([1, 1, 2]), multimode('aabb'), stdev([1, 2, 3]), pstdev([1, 2, 3]), variance([1, 2, 3]), pvariance([1, 2, 3]), harmonic_mean([1, 2]), geometric_mean([1, 2, 4]), fmean([1, 2]), quantiles([1, 2, 3, 4]), quantiles(range(10), n=3, method='inclusive'), median_grouped([1, 2, 3]), correlation([1, 2, 3], [1, 2, 4]), covariance([1, 2], [3, 4]), linear_regression([1, 2, 3], [2, 4, 6]), fmean([1, 2], [3, 1])))
shown(lambda: (mean([])))
shown(lambda: (median([])))
shown(lambda: (mode([])))
shown(lambda: (stdev([1])))
shown(lambda: (variance([])))
from fractions import Fraction as F
from decimal import Decimal as D
shown(lambda: (mean([F(1, 2), F(1, 3)]), mean([D('0.5'), D('1')]), variance([F(1, 2), F(3, 2)]), stdev([D(1), D(2)]), median([F(1, 2), F(1, 3)]), mean([1, F(1, 2)]), pvariance([1, 2], 1), variance([1, 2, 3], 2)))
shown(lambda: (mean(['a'])))
shown(lambda: (mean([1, float('nan')]), mean([float('inf')])))
