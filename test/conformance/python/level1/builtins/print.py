print()
print(1, 'a', None, [1, 'b'], 2.5)
print(1, 2, sep='-'); print(1, 2, sep=''); print(1, 2, sep=None); print('a', 'b', sep='\n')
print('no newline', end=''); print(); print('x', end='!\n'); print(end='only end\n'); print('a', end=None)
print('a', 'b', sep=', ', end='.\n'); print(*[1, 2, 3]); print(*'abc', sep='|'); print([], (), {}, set()); print('é中😀')
print('flush', flush=True); print('tab\there', 'nl\nhere')
class S:
    def __str__(self): return 'S-str'
class R:
    def __repr__(self): return 'R-repr'
print(S(), R(), [R()], {'k': R()}, (R(),), {R()})
for f in (lambda: print(sep=1), lambda: print(end=5), lambda: print(foo=1)):
    try:
        f()
    except TypeError as e:
        print('TypeError', e)
class Bad:
    def __str__(self): return 5
try:
    print(Bad())
except TypeError as e:
    print('TypeError', e)
class Bad2:
    def __repr__(self): return None
try:
    print([Bad2()])
except TypeError as e:
    print('TypeError', e)
print(print('inner'), print)
