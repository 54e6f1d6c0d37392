x = 5; y = 'ab'; d = {'a': 1}; w = 10
print(f'{x}', f'{x!r} {y!r}', f'{x:5}|', f'{y:>{w}}', f'{x=}', f'{x = }', f'{y=!s}', f'{x=:>5}', f'{d["a"]}', f"{d['a']}", f'{{}}', f'{{{x}}}', f'{x+1}', f'{x if x else y}', f'{(lambda q: q)(3)}', f'{[i for i in range(3)]}', f'{ {1: 2}[1] }', f'a' 'b' f'{x}', f'{x:{w}}', f'{x:{"0"}{w}}', f'{1.5:.{2}f}', f'{"a" "b"}', f'''{
x}''', f'{x!r:>5}', f'{None}', f'{y.upper()}', f'{x:=^9}' if 0 else '', f'{x!s:^5}|', rf'\n{x}', f'\n{x}'.encode(), f'{x,}', f'{x, y}', f'{*[1,2],}', f'{x == 5}', f'{x != 5}', f'{x:%}', f'{x:,}', f'{"é"!a}', f'{3.0}', f'{x:#x}', f'{10**30}', f'{x }', f'{ x}', f'{x:{{}}}' if 0 else '')
def e(f):
    try: print(f())
    except Exception as q: print(type(q).__name__, q)
e(lambda: f'{nope}'); e(lambda: f'{x:y}'); e(lambda: f'{x.foo}'); e(lambda: f'{1/0}'); e(lambda: f'{y:d}'); e(lambda: f'{[]:5}')
print(f'{x:{y!r}}' if 0 else 'ok', f'{x=}' f'{y=}', f'{x+1=}', f'{ x + 1 = }', f'{y[0]=}', f'{x=!r:^10}')
print(f'{"nested " + f"{x}"}', f'{f"{f"{1}"}" if 0 else 1}' if 0 else 1)
print(f'{lambda: 1}' if 0 else 2, f'{x:%d}' if 0 else 3)
