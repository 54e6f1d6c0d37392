x = 42; y = 3.14159; s = 'text'; d = {'k': 'v', 'n': [1, 2]}
print(f'{x} {y} {s}', f'{x + 1}', f'{x:5}|{x:<5}|{x:^5}|{x:05}', f'{y:.2f}', f'{s!r} {s!s} {s!a}', f'{s:>8}|{s!r:>8}|')
print(f'{x=} {y = :.2f} {s=!r:>8} {x + 1 = } { x = }', f'{{}} {{{x}}} {{x}}', f"{d['k']} {d['n'][1]}", f'{"nested"} {s.upper()} {len(s)}')
w = 10; p = 3
print(f'{y:{w}.{p}f}|{s:{"*"}^{w}}|{x:{w}}', f'{x:#x} {x:b} {x:,} {x!r:^{w}}|')
print(f'{(lambda a: a * 2)(x)} {[i for i in range(3)]} {({"a": 1})["a"]} {x if x > 5 else y}', f'{x!s}{x!r}', f'{x:}', f'' f'{x}' 'plain{}' f'{y:.1f}')
print(f'''multi {x}
line {s}''', rf'\n{x}', fr'{s}\t', F'{x}', f'{x}' + '%d' % 5)
print(f'{1 == 1} {1 != 2} {3 > 2} {x >= 5}', f'{d}', f'{None} {True}', f"{'a' 'b'}", f'{x, y}', f'{*[1, 2], 3}', f'{x:>{w - 2}}')
print(f'{"{"} {"}"}', f'{s[1:3]} {s[::-1]}', f'{ {1: 2}[1] }', f'\x41 \u4e2d {x}', f'{x:0>{w}d}', f'{3.0:g} {1e100}')
def fn(a, b=2): return f'{a}-{b}'
print(f'{fn(1)} {fn(1, b=3)} {fn(*[5, 6])}', f'{f"{x}"}', f'{f"{s!r}":>10}')
for f in (lambda: f'{x:z}', lambda: f'{s:d}', lambda: f'{undefined}', lambda: f'{[]:5}', lambda: f'{None:>5}', lambda: f'{d["z"]}'):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
