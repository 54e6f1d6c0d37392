print('{} {}'.format(1, 'a'), '{0} {1} {0}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2), '{0[0]} {0[1]} {1[k]}'.format([1, 2], {'k': 'v'}), '{0.real} {0.imag}'.format(5), '{{}} {{{}}}'.format(1))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:5}|{:<5}|{:>5}|{:^5}|{:*^7}'.format('ab', 'ab', 'ab', 'ab', 'ab'), '{:5d}|{:<5d}|{:05d}|{:+d}'.format(42, 42, 42, 42))
print('{:.2f} {:10.3f}| {:e} {:g} {:%}'.format(3.14159, 2.71828, 12345.6789, 0.00001, 0.25), '{:,} {:_} {:,.2f}'.format(1234567, 1234567, 1234567.891), '{:x} {:#x} {:o} {:b} {:c} {:X} {:#b}'.format(255, 255, 8, 5, 65, 255, 5))
print('{:{}}|{:{w}.{p}}|{:{fill}{align}{width}}'.format('a', 5, 3.14159, 'x', w=8, p=3, fill='*', align='^', width=9))
print('{:s} {:.2s} {:5.1s}|'.format('abc', 'abc', 'abc'), '{0!r:>8}|{0!s:<8}|'.format('ab'), '{:=+8d}|{:=8}|'.format(42, -42), '{:^+9.2f}|'.format(1.5))
print('{}'.format(None), '{:>8}'.format(True), '{}'.format([1, 'a']), '{:}'.format((1,)), '{0:}'.format('x'), '{!s:>10}'.format([1]))
class P:
    x = 5
    def __format__(self, spec): return 'P<' + spec + '>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
p = P()
print('{} {:abc} {!s} {!r} {0.x}'.format(p, p, p, p) if False else '{0} {0:abc} {0!s} {0!r} {0.x}'.format(p))
print('{0[a][b]}'.format({'a': {'b': 'deep'}}), '{0[-1]}'.format({'-1': 'neg'}), '{a.x:>4}'.format(a=p), '{:%Y-%m}'.format(p), '{0[ k ]}'.format({' k ': 1}))
for f in (lambda: '{}'.format(), lambda: '{1}'.format(1), lambda: '{a}'.format(), lambda: '{'.format(1), lambda: '}'.format(1), lambda: '{0} {}'.format(1, 2), lambda: '{} {0}'.format(1, 2), lambda: '{!x}'.format(1), lambda: '{0.foo}'.format(1), lambda: '{0[0]}'.format(1), lambda: '{:d}'.format('a'), lambda: '{:s}'.format(1), lambda: '{:q}'.format('a'), lambda: '{:5.2.3}'.format(1.0), lambda: '{0[5]}'.format([1]), lambda: '{0[a]}'.format({}), lambda: '{!}'.format(1), lambda: '{a b}'.format(1), lambda: '{:>>5}'.format([1]), lambda: '{:=5}'.format('a'), lambda: '{:,}'.format('a'), lambda: '{:+}'.format('a'), lambda: '{0'.format(1), lambda: '{:.2d}'.format(3), lambda: '{:c}'.format(-1), lambda: '{!rr}'.format(1), lambda: '{:,_}'.format(1), lambda: '{:,,}'.format(1), lambda: '{:d}'.format(1.5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print('{a}'.format_map({'a': 5}), '{0}{1}{2}{3}{4}{5}{6}{7}{8}{9}{10}'.format(*'abcdefghijk'))
class D(dict):
    def __missing__(self, k): return '<' + k + '>'
print('{a} {b}'.format_map(D(a=1)))
