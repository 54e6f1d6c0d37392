print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(True), abs(-10 ** 30), abs(float('-inf')))
print(min(1, 2), max(1, 2), min('b', 'a', 'c'), max([1, 2, 3]), min((5,)), max({'a': 1, 'b': 2}), min(1, 1.0), max(1, 1.0), min(True, 1), max(x for x in (1, 5, 3)), min('hello'), max('a', 'B', key=str.lower), min([1, 2], [1]), max([], default=None), min(range(0), default=-1))
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(True, 2), pow(2, 3), sum([]), round(3.7), len('abc'), ord('a'), chr(98))
class N:
    def __abs__(self): return 'abs!'
    def __round__(self, n=None): return ('round', n)
    def __divmod__(self, o): return ('dm', o)
    def __rdivmod__(self, o): return ('rdm', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __len__(self): return 7
print(abs(N()), round(N()), round(N(), 2), divmod(N(), 3), divmod(3, N()), pow(N(), 2), pow(N(), 2, 5), len(N()))
for f in (lambda: abs(), lambda: abs('x'), lambda: abs(None), lambda: len(5), lambda: len(), lambda: len(1, 2), lambda: ord(), lambda: chr(), lambda: chr(1.5), lambda: divmod(1), lambda: pow(1), lambda: pow(1, 2, 3, 4), lambda: abs(1, 2), lambda: len(x for x in []), lambda: hash(), lambda: id(), lambda: hex(), lambda: callable(), lambda: len(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
