a = set('hello'); b = set('world'); print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), len(a), 'h' in a)
def unique(l):
    seen = set(); out = []
    for x in l:
        if x not in seen: seen.add(x); out.append(x)
    return out
print(unique([3, 1, 3, 2, 1]), len({i % 7 for i in range(100)}), {1, 2} <= {1, 2, 3}, {frozenset([1, 2]), frozenset([2, 1])} == {frozenset([1, 2])})
primes = set(range(2, 60))
for i in range(2, 8): primes -= set(range(i * 2, 60, i))
print(sorted(primes))
s = set()
for w in 'the cat the dog'.split(): s.add(w)
print(sorted(s), s == {'dog', 'cat', 'the'}, sorted(s, key=lambda w: (len(w), w)))
s = {1, 2, 3}; s.discard(2); s |= {9}; s -= {1}; print(sorted(s), s.pop() in (3, 9), len(s)); t = s.copy(); t.add(5); print(len(s), len(t), s < t, t > s, s != t)
print(sorted(map(str, {1, 'a', 2.5, None, (1,), True})), {0} == {False}, {1.0} == {1}, set() == frozenset(), bool(set()), sorted({*'ab', *'bc'}), all(x in a for x in 'hel'), max({3, 7, 5}), sum({1, 2, 3}), sorted([{1, 2, 3}, {1}], key=len))
big = set(range(1000)); big -= set(range(0, 1000, 2)); print(len(big), min(big), max(big), 501 in big, 500 in big, sum(big))
