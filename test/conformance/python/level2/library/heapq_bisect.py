import heapq, bisect
h=[5,1,4]; heapq.heapify(h); heapq.heappush(h,0); print(h, heapq.heappop(h), h, heapq.heappushpop(h,9), heapq.heapreplace(h,7), h, heapq.nlargest(2,h), heapq.nsmallest(2,h,key=lambda x:-x), list(heapq.merge([1,3],[2,4])))
try: heapq.heappop([])
except IndexError as e: print(e)
a=[1,2,2,3]; print(bisect.bisect(a,2),bisect.bisect_left(a,2),bisect.bisect_right(a,2)); bisect.insort(a,2.5); print(a, bisect.bisect_left(a,3,key=lambda x:x), bisect.bisect(a,2,0,2))
