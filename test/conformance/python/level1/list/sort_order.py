# The order in which a short list's items are compared, and what an error leaves of it.
from functools import cmp_to_key

seen = []


class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        seen.append((self.n, other.n))
        if self.n == 13:
            raise ValueError('13')
        return self.n < other.n


def order(numbers, **how):
    seen.clear()
    items = [N(n) for n in numbers]
    try:
        items.sort(**how)
    except ValueError as e:
        print('!', e)
    print([item.n for item in items], len(seen), seen[:40])


order([3, 1, 2])
order([5, 4, 3, 2, 1])
order([1, 2, 3, 3, 2, 1])
order([2, 2, 1, 1, 0, 5, 9, 7], reverse=True)
order([(i * 37) % 61 for i in range(61)])
order([(i * 37) % 40 for i in range(63)], reverse=True)
order([4, 13, 2])
order([9, 7, 8, 3, 13, 1])
order(range(63, 0, -1))
for mixed in ([1000000, True, {}, 1], [1, 'a', 2.5], [3, 2, None, 1], ['b', 'a', 'c', 0, 'd']):
    try:
        print(sorted(mixed))
    except TypeError as e:
        print(e)
calls = []
print(sorted('bdca', key=cmp_to_key(lambda a, b: calls.append(a + b) or (a > b) - (a < b))), calls)
