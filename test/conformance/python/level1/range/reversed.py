# reversed() of ranges of any size, of objects that say they cannot; %* with bools; unions of defaultdicts.
from collections import defaultdict


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for r in (range(0), range(3), range(10, 0, -3), range(2**65, 2**65 + 3), range(-2**70, -2**70 - 9, -4)):
    print(list(reversed(r)))
print(type(reversed(range(3))).__name__)


class No:
    __reversed__ = None

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i


show(lambda: reversed(No()))
show(lambda: reversed(5))
show(lambda: '%*d|%.*f' % (True, 5, False, 3.5))
show(lambda: '%*d' % (1.5, 5))
print({'b': 2} | defaultdict(int, a=1), defaultdict(int, a=1) | {'b': 2})
