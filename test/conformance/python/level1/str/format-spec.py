for spec in ('', '10', '<10', '>10', '^10', '*<10', '=>10', '.2', '10.2', '^10.3', '0<6', 's', '10s', '06', '-^9'):
    print(repr(spec), repr(format('abc', spec)))
for spec in ('', '8', '<8', '>8', '^8', '=8', '08', '+', '-', ' ', '+08', '#x', '#o', '#b', 'x', 'X', 'o', 'b', 'c', 'd', 'n', ',', '_', '_b', '#_x', '8,', '08,', '012,', 'e', '.3e', 'f', '.1f', 'g', '%', '.0%', '+,', '*=+10', '#010x', '<#8b', '+.2f', '8.1f'):
    print(repr(spec), repr(format(1234, spec)), repr(format(-1234, spec)) if spec != 'c' else '')
for spec in ('', '10', '.3', '.3f', '+.2f', '010.2f', '<10.1f', '^10.1f', '=+10.1f', ',.3f', '_.1f', 'e', '.0e', '.2E', 'g', '.3g', '#.3g', 'G', '%', '.1%', '#.0f', '.0f', 'n', ' .2f', '015,.2f', '*^15.2f'):
    print(repr(spec), repr(format(1234.5678, spec)), repr(format(-0.00012345, spec)))
for v, spec in (('a', 'd'), ('a', '=5'), ('a', '+'), ('a', ','), ('a', '#'), (1, 's'), (1, '.2'), (1, 'y'), (1.5, 'd'), (1.5, 'b'), ('a', '.-1'), (1, '5.'), (True, 's'), ([], '5'), (None, 'd'), (1, ',b'), (1, '_c'), (1, '+c'), (1, '#c'), ('a', 'z')):
    try:
        print(repr(v), spec, repr(format(v, spec)))
    except (ValueError, TypeError) as e:
        print(repr(v), spec, type(e).__name__, e)
