class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
class P3(Point):
    def __init__(self, x, y, z): super().__init__(x, y); self.z = z
def where(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(x=0, y=y): return f'y axis {y}'
        case P3(x, y, z=z): return f'3d {x} {y} {z}'
        case Point(x, 0): return f'x axis {x}'
        case Point(x, y) if x == y: return f'diagonal {x}'
        case Point(): return 'somewhere'
        case [Point(a, b), Point(c, d)]: return f'line {a} {b} {c} {d}'
        case (Point() as p1) | {'p': p1}: return f'in {p1.x}'
        case _: return 'no'
for p in (Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), P3(1, 2, 3), [Point(1, 2), Point(3, 4)], {'p': Point(7, 8)}, 5): print(where(p))
class Color: RED = 1; GREEN = 2
def color(c):
    match c:
        case Color.RED: return 'red'
        case Color.GREEN: return 'green'
        case [Color.RED, *others]: return others
        case {'c': Color.RED | Color.GREEN as k}: return k
    return 'fell through'
print(color(1), color(2), color(3), color([1, 5]), color({'c': 2}))
def caps(x):
    match x:
        case (1 | 2 as n, *_) as whole: return n, whole
        case {'a': {'b': [_, v]}}: return v
        case str() | bytes() as s: return s * 2
        case list(l): return len(l)
        case dict(d): return list(d)
        case bool(b): return ('bool', b)
        case float(f): return f
print(caps([1, 9]), caps((2,)), caps({'a': {'b': [0, 'deep']}}), caps('x'), caps(b'y'), caps([5, 6]), caps({'z': 1}), caps(True), caps(2.5), caps(None))
match (1, 2, 3):
    case (a, *b): print(a, b)
match 'abc':
    case [*_]: print('sequence')
    case _: print('str is no sequence')
match {'x': 1, 'y': 2}:
    case {'x': 5}: print('no')
    case {'x': x, **kw}: print(x, kw)
match 5, 6:
    case a, b: print(a + b)
match [1, [2, [3]]]:
    case [a, [b, [c]]]: print(a, b, c)
x = 10
match x:
    case y if y > 100: print('big')
    case y if y > 5: print('medium', y)
match = 5; case = 6; print(match + case)
def cmd(c):
    match c.split():
        case ['go', ('north' | 'south') as d]: return f'going {d}'
        case ['get', obj]: return f'got {obj}'
        case ['drop', *objs]: return objs
        case [act]: return act
        case []: return 'nothing'
        case _: return 'unknown'
print([cmd(c) for c in ('go north', 'go up', 'get key', 'drop a b c', 'quit', '', 'a b c d')])
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case x if undefined: pass
except NameError as e: print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e: print(e)
