print(1 + 2 * 3, (1 + 2) * 3, 2 ** 3 ** 2, -2 ** 2, 2 ** -1, not 1 == 2, 1 + 2 << 1, 1 | 2 & 3, 1 ^ 3 | 4, ~1 + 1, -3 // 2, 5 - 3 - 1, 100 / 10 / 2, 7 % 4 * 2, 2 * 3 % 4)
print(1 < 2 == True, 1 < 2 and 2 < 3, not True or True, True or False and False, 1 if 0 else 2 if 0 else 3, 5 & 3 == 3, (5 & 3) == 3, 'a' 'b' * 2, [1] + [2] * 2, -1 ** 2, (-1) ** 2, +-+1, ~~5, not not 0)
print(1 in [1] == True, (1 in [1]) == True, 1 is 1 is 1, 2 in (2, 3) and 4 not in (2, 3), lambda: 1 or 2, (lambda x: x + 1 if x else 0)(0), *[1, 2], 10 - 2 * 3 + 4 // 2, 1 << 2 + 1, 16 >> 2 >> 1, 3 - -3, 2 * -3, 1 or 1 / 0, 0 and 1 / 0) if False else print('skipped lambda repr')
print(1 in [1] == True, (1 in [1]) == True, 2 in (2, 3) and 4 not in (2, 3), (lambda x: x + 1 if x else 0)(0), 10 - 2 * 3 + 4 // 2, 1 << 2 + 1, 16 >> 2 >> 1, 3 - -3, 2 * -3, 1 or 1 / 0, 0 and 1 / 0)
print([1, 2, 3][1], {'a': [1, {'b': 2}]}['a'][1]['b'], 'abc'[1].upper(), (1, 2)[0], [[1, 2], [3]][0][1], 'x'.join(['a', 'b']).upper()[0], (lambda: [1])()[0], {1, 2} - {1}, 3 .real, 3.0.is_integer(), -5 .__abs__(), (-5).__abs__())
def o(x): print('eval', x); return x
o(1) + o(2) * o(3)
[o(1), o(2)][o(0)]
{o('k'): o('v')}
o(1) if o(0) else o(2)
print(o(3) < o(2) < o(1))
(lambda a, b: 0)(o('a'), b=o('b'))
l = [0, 0]
def idx(i): print('idx', i); return i
l[idx(0)] = o('value'); l[idx(1)] += o(5); print(l)
x = o(1), o(2)
print(o([1])[o(0)], o('s').upper())
