class A:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): print('set', k, v); self.d[k] = v
    def __getitem__(self, k): print('get', k); return self.d[k]
    def __delitem__(self, k): print('del', k); del self.d[k]
    def __contains__(self, k): print('in', k); return k in self.d
    def __len__(self): return len(self.d)
    def __missing__(self, k): return 'm'
a = A(); a[1] = 2; a['x', 2] = 3; print(a[1], 1 in a, 2 not in a, len(a), bool(a)); del a[1]; a['x', 2] += 5; print(a['x', 2])
try: a['zz']
except KeyError as e: print(repr(e))
