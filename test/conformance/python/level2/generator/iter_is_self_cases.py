for x in [iter([]), iter(()), iter(''), iter({}), iter({}.items()), iter(set()), iter(range(3)), iter(b''), reversed([]), enumerate([]), zip(), map(len, []), filter(None, []), (i for i in []), iter(bytearray()), iter(10**30 for _ in [])]:
    print(iter(x) is x, x.__iter__() is x)
import itertools
for x in [itertools.count(), itertools.cycle([1]), itertools.repeat(1), itertools.chain(), itertools.islice([], 0), itertools.tee([])[0], itertools.product(), itertools.groupby([])]:
    print(iter(x) is x)
