class Box:
    def __init__(self, d): self.d = d
    def __getitem__(self, k): print('get', k); return self.d[k]
    def __setitem__(self, k, v): print('set', k, v); self.d[k] = v
    def __delitem__(self, k): print('del', k); del self.d[k]
    def __contains__(self, k): print('contains', k); return k in self.d
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __reversed__(self): return 'reversed!'
    def __call__(self, *a, **k): return ('called', a, k)
    def __missing__(self, k): return 'missing'
b = Box({'a': 1, 'b': 2})
print(b['a']); b['c'] = 3; del b['a']; print('b' in b, 'z' in b, 'z' not in b, len(b), list(b), bool(b), reversed(b), b(1, x=2), [k for k in b], dict(zip(b, range(2))))
b['n'] = 0; b['n'] += 5; print(b.d)
class S:
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print(i, v)
    def __delitem__(self, i): print('del', i)
s = S(); print(s[1], s[1:2], s[::3], s[1, 2], s[1:2, 3], s[...], s['k'], s[:], s[None], s[1:2:3, ::], s[(1,)], s[-1:], s[[1]])
s[1:2] = 'x'; s[1, 2] = 'y'; del s[::2]; s[0], s[1] = 5, 6
try: b['zzz']
except KeyError as e: print('KeyError', e)
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(bool(Len(0)), bool(Len(3)), len(Len(5)), not Len(0), 'y' if Len(1) else 'n')
for n in (-1, 'a', 1.5, None):
    try: print(len(Len(n)))
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
class Old:
    def __getitem__(self, i):
        if i >= 3: raise IndexError('stop')
        return i * i
print(list(Old()), 4 in Old(), 5 in Old(), [*Old()], dict(enumerate(Old())), sum(Old()), tuple(map(str, Old())))
a, b, c = Old(); print(a, b, c)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('done')
        return self.n
i = It(); print(next(i), list(i), list(i), next(It()), max(It()), 'x'.join(map(str, It())))
class CallMe:
    def __call__(self, x): return x * 2
print(CallMe()(4), callable(CallMe()), callable(S()), list(map(CallMe(), [1, 2])), sorted([3, 1], key=CallMe()))
class K:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
print(dict(K()), {**K()}, (lambda **k: k)(**K()))
class H:
    def __length_hint__(self): return 3
    def __iter__(self): return iter('abc')
print(list(H()))
class CG:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item}]'
print(CG[int], CG['x'])
class Fmt:
    def __format__(self, s): return f'<{s}>'
    def __str__(self): return 'str!'
    def __repr__(self): return 'repr!'
    def __bytes__(self): return b'bytes!'
print(f'{Fmt()}', f'{Fmt():abc}', f'{Fmt()!r}', f'{Fmt()!s:>6}', format(Fmt(), 'x'), '{:y}'.format(Fmt()), '%s %r' % (Fmt(), Fmt()), str(Fmt()), repr([Fmt()]), bytes(Fmt()))
class NoFmt: pass
try: format(NoFmt(), '5')
except TypeError as e: print(e)
