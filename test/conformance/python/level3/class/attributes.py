class A:
    x = 1
    def __getattr__(self, n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(f'no {n}')
a = A(); print(a.x, a.dyn_foo, hasattr(a, 'dyn_'), hasattr(a, 'other'), getattr(a, 'other', 'dflt'))
try: a.other
except AttributeError as e: print(e)
class B:
    def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    def __getattribute__(self, n):
        if n == 'magic': return 'from getattribute'
        return object.__getattribute__(self, n)
b = B(); b.y = 5; print(b.y, b.magic); del b.y
try: b.y
except AttributeError as e: print(e)
class S:
    __slots__ = ('p', 'q')
    def __init__(self): self.p = 1
s = S(); s.q = 2; print(s.p, s.q, hasattr(s, '__dict__'))
try: s.r = 3
except AttributeError as e: print(e)
try: S().q
except AttributeError as e: print(e)
class D:
    def __init__(self, name): self.name = name
    def __get__(self, o, t): return self if o is None else f'get {self.name} {type(o).__name__}'
    def __set__(self, o, v): print('set', self.name, v)
    def __delete__(self, o): print('delete', self.name)
class N:
    def __get__(self, o, t): return 'nondata'
class M:
    d = D('d'); n = N()
    def __init__(self): self.__dict__['d'] = 'shadow'; self.__dict__['n'] = 'shadow'
m = M(); print(m.d, m.n, type(M.d).__name__, M.n); m.d = 7; del m.d
class SN:
    def __set_name__(self, owner, name): self.n = name; print('set_name', owner.__name__, name)
    def __get__(self, o, t): return o.__dict__.get(self.n, 'unset') if o else self
    def __set__(self, o, v):
        if not isinstance(v, int): raise TypeError(f'{self.n} must be int')
        o.__dict__[self.n] = v
class U: a = SN(); b = SN()
u = U(); u.a = 5; print(u.a, u.b)
try: u.b = 'x'
except TypeError as e: print(e)
a = A(); a.__dict__['k'] = 'v'; print(a.k, a.__dict__); a.__dict__ = {'z': 1}; print(a.z)
A.x = 'changed'; print(a.x, A().x); del A.x
try: A.x
except AttributeError as e: print(e)
try: A.nope
except AttributeError as e: print(e)
try: del A.nope
except AttributeError as e: print(e)
class P:
    def __init__(self): self.__private = 1; self._x = 2
    def get(self): return self.__private
p = P(); print(p.get(), p._P__private, p.__dict__)
try: p.__private
except AttributeError as e: print(e)
print(setattr(a, 'dyn', 1), a.dyn, a.__class__.__name__); 
class Q: pass
q = Q(); q.__class__ = A; print(type(q).__name__, q.dyn_x)
class DirC:
    def __dir__(self): return ['b', 'a']
print(dir(DirC()))
