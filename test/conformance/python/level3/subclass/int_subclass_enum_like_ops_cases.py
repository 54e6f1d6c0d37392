class N(int):
    def __new__(cls, v=0): return int.__new__(cls, v)
    def __eq__(self, o): return 'eq'
    def __hash__(self): return 7
    def __bool__(self): return False
    def __index__(self): return 99
n = N(3)
print(n == 3, hash(n), bool(n), n + 1, [0, 1, 2, 3][n], range(5)[n] if 0 else '', int(n), float(n), n < 4, str(n), '%d' % n, hex(n), n.__index__(), bin(n), f'{n:x}')
