s = {3, 1, 2}
print(sorted(s), len(s), 1 in s, 5 in s, set(), {1}, {'a'}, set([1, 1, 1]), sorted(set('hello')), sorted({x % 3 for x in range(10)}), set(range(1)), frozenset(), frozenset([1]))
s.add(4); s.add(1); s.discard(3); s.discard(99); s.remove(2); print(sorted(s))
a = {1, 2, 3}; b = {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {2} < a, a >= {1}, a > a, a == {3, 2, 1}, a != b, a.isdisjoint({9}), a.issubset(range(10)), a.issuperset([1]))
print(sorted(a.union(b, [7])), sorted(a.intersection(b, [2])), sorted(a.difference(b)), sorted(a.symmetric_difference(b)), sorted(a.union()), sorted(a.intersection()))
c = a.copy(); c.update([8], 'x' if False else [9]); print(sorted(c))
c.intersection_update([1, 8]); print(sorted(c))
c.difference_update([8]); print(c)
c.symmetric_difference_update([1, 5]); print(c)
c |= {6}; c &= {5, 6}; c -= {6}; c ^= {5, 7}; print(c)
print(c.pop(), c); c.clear(); print(c, bool(c))
for f in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [1], lambda: {1} < 1, lambda: hash({1}), lambda: {1}[0], lambda: set(5), lambda: {1}.add([]), lambda: {1}.union(5), lambda: {1} + {2}, lambda: set(1, 2), lambda: {1}.x, lambda: frozenset([1]).add(2), lambda: [] in {1}, lambda: {1} & [1], lambda: {1} - 5, lambda: {1}.add(), lambda: {{1}}, lambda: {'k'}.remove('z'), lambda: {1}.remove([])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
f = frozenset([1, 2])
print(f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 'v'}[frozenset([2, 1])], f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, f in {f}, {1, 2} in {f}, f.union([5]) == {1, 2, 5}, f.copy() is f)
print({1, 1.0, True}, {0, False}, {'a'} == frozenset('a'), set('abc') == set('cba'), {(1, 2)}, {None}, len({1, 'a', None, (1,)}))
f2 = frozenset('ab'); f2 |= {'c'}; print(sorted(f2))
it = {1, 2}
try:
    for x in it: it.add(x + 10)
except RuntimeError as e:
    print(e)
print({*[1, 2], *(2,)} == {1, 2}, {*()} == set(), [*{5}], min({3, 1}), sum({1, 2}), sorted({'b', 'a'}, reverse=True), repr({'it'}), str(frozenset({'x'})))
