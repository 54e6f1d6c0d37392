import statistics as s
print(s.mean([1, 2, 3, 4]), s.median([1, 3, 2]), s.median([1, 2, 3, 4]), s.mode([1, 1, 2]), s.stdev([1, 2, 3, 4]), s.pstdev([1, 2, 3, 4]), s.variance([1, 2, 3]), s.pvariance([1, 2, 3]), s.mean([1.5, 2.5]), s.fmean([1, 2]), s.median_low([1, 2, 3, 4]), s.median_high([1, 2, 3, 4]), s.multimode('aabb'), s.harmonic_mean([1, 2, 4]), s.quantiles([1, 2, 3, 4, 5], n=4), s.geometric_mean([1, 2, 4]))
try: s.mean([])
except s.StatisticsError as e: print(e)
