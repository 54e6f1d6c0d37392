import statistics as st
print(st.mean([1,2,3,4]), st.median([1,3,2]), st.mode('aab'), st.stdev([1,2,3,4]), st.variance([1,2,3,4]), st.pstdev([1,2,3]), st.median_low([1,2,3,4]), st.fmean([1,2]), st.multimode('aabb'), st.quantiles([1,2,3,4]), st.harmonic_mean([1,2]), st.geometric_mean([1,2,4]))
try: st.mean([])
except st.StatisticsError as e: print(e)
