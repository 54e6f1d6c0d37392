m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(m[1][2], m[-1][-1], m[0][::-1], [r[1] for r in m], [m[i][i] for i in range(3)], sum(map(sum, m)), m[1:][0][1:], m[::2], [x for r in m for x in r if x % 2], [list(c) for c in zip(*m)], [[x * 2 for x in r] for r in m])
m[0][0] += 10; m[1][:] = 'abc'; m[2][1:2] = [[0, [1]]]; print(m, m[2][1][1][0], len(m[2])); del m[0][1]; m.append([]); print(m)
d = {'a': [{'b': (1, [2, {'c': 'deep'}])}]}; print(d['a'][0]['b'][1][1]['c'], d['a'][-1]['b'][0]); d['a'][0]['b'][1].append('x'); d['a'].append(d['a'][0]['b'][1][0]); print(d)
s = ['abc', ['de', ('f', 'gh')]]; print(s[0][1], s[1][0][::-1], s[1][1][1][0], s[-1][-1][-1][-1])
for i, j in ((0, 5), (5, 0), (-4, 0)):
    try: print(m[i][j])
    except IndexError as e: print(i, j, e)
try: d['a']['b']
except TypeError as e: print(e)
try: s[0][0][0][0]['x']
except TypeError as e: print(e)
try: m[0]['x'] = 1
except TypeError as e: print(e)
try: s[1][1][0] = 'no'
except TypeError as e: print(e)
try: s[0][0] = 'no'
except TypeError as e: print(e)
