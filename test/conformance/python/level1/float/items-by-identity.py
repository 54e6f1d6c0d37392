# Containers find an item that is the same object, whatever its == says.
import operator
from collections import deque

nan = float('nan')
print([nan] == [nan], (nan,) == (nan,), nan in [nan], [nan].index(nan), [nan, 1, nan].count(nan))
print((1, nan).index(nan), (nan, nan).count(nan), ('k', nan) in {'k': nan}.items(), nan in {'k': nan}.values())
print(operator.countOf([nan, 1, nan], nan), deque([nan, 2]).index(nan), nan in iter([nan]), nan == nan)


class Never:
    def __eq__(self, other):
        return False


never = Never()
items = [never, nan, 1]
print(items.index(never), items.count(never), items.index(never, 0, 1), (never,).index(never))
items.remove(nan)
items.remove(never)
print(items)
for missing in (never, 2):
    try:
        items.remove(missing)
    except ValueError as error:
        print(error)
