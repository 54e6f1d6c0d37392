import heapq, bisect
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
h = [5, 3, 8, 1]; heapq.heapify(h); print(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), h, heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3]))); e(heapq.heappop, []); e(heapq.heapify, 5); e(heapq.heapify, (1,)); e(heapq.heappush, [1], 'a'); e(heapq.heapreplace, [], 1)
l = [1, 3, 3, 5]; print(bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect_right(l, 0)); bisect.insort(l, 4); print(l, bisect.bisect(l, 3, key=lambda x: -x)); e(bisect.bisect, l, 'a'); e(bisect.bisect, l, 1, -1)
