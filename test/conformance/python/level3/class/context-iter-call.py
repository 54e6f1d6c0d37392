class Temp:
    count = 0
    def __new__(cls, *a, **k): cls.count += 1; return super().__new__(cls)
    def __init__(self, n=0): self.n = n
    def __call__(self, m): return self.n * m
    def __enter__(self): self.n += 1; return self
    def __exit__(self, *a): self.n = 0
    def __iter__(self): return iter(range(self.n))
    def __len__(self): return self.n
    def __bool__(self): return self.n > 1
    def __contains__(self, x): return x == self.n
    def __getitem__(self, i): return self.n * 10 + i if isinstance(i, int) else i
    def __repr__(self): return f'T{self.n}'
    def __eq__(self, o): return self.n == (o.n if isinstance(o, Temp) else o)
    def __hash__(self): return self.n
    def __lt__(self, o): return self.n < o.n
    def __index__(self): return self.n
    def __format__(self, s): return f'{self.n:{s}}'
t = Temp(3); print(t(2), list(t), len(t), bool(t), 3 in t, t[1], t[1:2], t, t == 3, {t: 1}[Temp(3)], sorted([Temp(2), Temp(1)]), 'abcdef'[t], f'{t:>4}', Temp.count)
with t as u: print(u, t is u)
print(t, bool(t), max([Temp(1), Temp(9), Temp(5)]), [Temp(1), Temp(2)].index(2), Temp(2) in [1, 2], Temp(4) != 4, range(10)[Temp(2)], [0] * Temp(2), hex(Temp(255)))
