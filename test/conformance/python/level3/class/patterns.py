class Stack:
    def __init__(self): self._d = []
    def push(self, x): self._d.append(x); return self
    def pop(self):
        if not self._d: raise IndexError('pop from empty stack')
        return self._d.pop()
    def __len__(self): return len(self._d)
    def __bool__(self): return True
    def __repr__(self): return f'{type(self).__name__}({self._d!r})'
s = Stack().push(1).push(2); print(s, s.pop(), len(s), bool(Stack()))
try: Stack().pop()
except IndexError as e: print(e)
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class LinkedList:
    def __init__(self, it=()): 
        self.head = None
        for x in reversed(list(it)): self.head = Node(x, self.head)
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.next
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev; return self
l = LinkedList('abc'); print(list(l), list(l.reverse()), 'b' in l)
class Matrix:
    def __init__(self, rows): self.r = [list(x) for x in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.r)] for r in self.r])
    def __getitem__(self, ij): i, j = ij; return self.r[i][j]
    def __eq__(self, o): return self.r == o.r
    def __str__(self): return '\n'.join(' '.join(f'{x:3}' for x in r) for r in self.r)
m = Matrix([(1, 2), (3, 4)]); print(m @ m, m[1, 0], m @ Matrix([(1, 0), (0, 1)]) == m)
class Event:
    def __init__(self): self.h = []
    def __iadd__(self, f): self.h.append(f); return self
    def __call__(self, *a): return [f(*a) for f in self.h]
e = Event(); e += lambda x: x + 1; e += str; print(e(5))
class Tree:
    def __init__(self): self.root = None
    def insert(self, v):
        def ins(n):
            if n is None: return {'v': v, 'l': None, 'r': None}
            side = 'l' if v < n['v'] else 'r'
            n[side] = ins(n[side]); return n
        self.root = ins(self.root)
    def walk(self):
        def w(n):
            if n: yield from w(n['l']); yield n['v']; yield from w(n['r'])
        return w(self.root)
t = Tree()
for v in (5, 2, 8, 1, 9): t.insert(v)
print(list(t.walk()))
class Observer:
    def __init__(self): self.seen = []
    def notify(self, *a, **k): self.seen.append((a, k))
o = Observer(); n = o.notify; n(1, k=2); print(o.seen)
class Fluent:
    def __getattr__(self, n): return lambda *a: f'{n}{a}'
print(Fluent().anything(1, 2), Fluent().x())
class Money:
    def __init__(self, n, c='USD'): self.n = n; self.c = c
    def __add__(self, o):
        if not isinstance(o, Money): return NotImplemented
        if o.c != self.c: raise ValueError('currency mismatch')
        return Money(self.n + o.n, self.c)
    __radd__ = lambda self, o: self if o == 0 else NotImplemented
    def __repr__(self): return f'Money({self.n}, {self.c!r})'
print(sum([Money(1), Money(2)]), Money(1) + Money(5))
for f in (lambda: Money(1) + 1, lambda: Money(1) + Money(1, 'EUR'), lambda: 1 + Money(1)):
    try: f()
    except Exception as ex: print(type(ex).__name__, ex)
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x): return sum(a * x ** i for i, a in enumerate(self.c))
    def __len__(self): return len(self.c)
p = Poly(1, 2, 3); print(p(2), len(p), list(map(p, range(3))))
class Ctx(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
c = Ctx(a=1); c.b = 2; print(c.a, c['b'], c)
