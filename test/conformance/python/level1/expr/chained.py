x = 5
print(1 < x < 10, 1 < x > 3, 10 > x >= 5 == 5, 1 == 1 == 1.0 == True, 1 < 2 < 2, 3 > 2 != 2, 'a' < 'b' < 'c', [1] == [1] != [2], None is None is not 0, 1 in [1] in [[1]], not 1 < 2 < 3, (1 < 2) < 2)
def t(n): print('t', n, end=' '); return n
print(t(1) < t(2) < t(3)); print(t(3) < t(2) < t(1)); print(t(1) == t(1) != t(1) or t(9))
print(x if x else 0, x and x + 1, 0 or x, None or 0 or [], 1 and 0 and 2, not x or x == 5, (x := 6) + x, [x, x := 7, x])
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if x else 2)(), [1 if i % 2 else 0 for i in range(4)], 5 if True else 1 / 0, True or 1 / 0, False and 1 / 0)
