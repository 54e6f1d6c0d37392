class Vec:
    def __init__(self, *v): self.v = list(v)
    def __repr__(self): return f'Vec{tuple(self.v)}'
    def __iadd__(self, o): self.v = [a + b for a, b in zip(self.v, o.v)]; return self
    def __isub__(self, o): return Vec(*[a - b for a, b in zip(self.v, o.v)])
    def __imul__(self, k): self.v = [a * k for a in self.v]; return self
    def __itruediv__(self, k): return 'truediv'
    def __ifloordiv__(self, k): return 'floordiv'
    def __imod__(self, k): return 'mod'
    def __ipow__(self, k): return 'pow'
    def __iand__(self, k): return 'and'
    def __ior__(self, k): return 'or'
    def __ixor__(self, k): return 'xor'
    def __ilshift__(self, k): return 'lshift'
    def __irshift__(self, k): return 'rshift'
    def __imatmul__(self, k): return 'matmul'
    def __eq__(self, o): return self.v == o.v
    def __neg__(self): return Vec(*[-a for a in self.v])
    def __bool__(self): return any(self.v)
    def __len__(self): return len(self.v)
    def __getitem__(self, i): return self.v[i]
    def __setitem__(self, i, x): self.v[i] = x
a = Vec(1, 2); b = a; a += Vec(10, 20); print(a, b, a is b); a -= Vec(1, 1); print(a, b, a is b); a *= 3; print(a); a[0] += 5; print(a, -a, a == Vec(35, 63), bool(Vec(0, 0)), len(a), list(a))
def test(op):
    x = Vec(1)
    if op == '/': x /= 2
    elif op == '//': x //= 2
    elif op == '%': x %= 2
    elif op == '**': x **= 2
    elif op == '&': x &= 2
    elif op == '|': x |= 2
    elif op == '^': x ^= 2
    elif op == '<<': x <<= 2
    elif op == '>>': x >>= 2
    elif op == '@': x @= 2
    return x
print([test(o) for o in '/ // % ** & | ^ << >> @'.split()])
class Only:
    def __add__(self, o): return 'add'
    def __radd__(self, o): return 'radd'
x = Only(); x += 1; print(x); y = 5; y += Only(); print(y); l = [1]; l += (2,); print(l)
try: l += Only()
except TypeError as e: print(e)
class NotImpl:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return 'fallback add'
n = NotImpl(); n += 1; print(n)
try: o = object(); o += 1
except TypeError as e: print(e)
d = {'v': Vec(1)}; d['v'] += Vec(2); print(d); t = (Vec(1),)
try: t[0] += Vec(5)
except TypeError as e: print(e, t)
