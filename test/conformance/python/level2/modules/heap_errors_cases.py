def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# heapq bisect
import heapq, bisect
h = [5,3,8,1]
heapq.heapify(h)
shown(lambda: (h, heapq.heappop(h), heapq.heappush(h, 0), h, heapq.heappushpop(h, -1), heapq.heapreplace(h, 10), h, heapq.nlargest(2, [1,5,3]), heapq.nsmallest(2, [1,5,3], key=lambda x: -x), list(heapq.merge([1,4],[2,3])), list(heapq.merge([4,1],[3,2], reverse=True))))
shown(lambda: (heapq.heappop([])))
shown(lambda: (heapq.heapreplace([], 1)))
shown(lambda: (heapq.heapify(5)))
shown(lambda: (heapq.heappush((), 1)))
shown(lambda: (bisect.bisect([1,2,2,3], 2), bisect.bisect_left([1,2,2,3], 2), bisect.bisect_right([1,2,3], 5), bisect.bisect([1,2,3], 2, 0, 1), bisect.bisect([3,2,1], -2, key=lambda x: -x)))
l = [1,3]; bisect.insort(l, 2); bisect.insort_left(l, 2); print(l)
shown(lambda: (bisect.bisect([1], 'a')))
shown(lambda: (bisect.bisect([1], 1, -1)))
