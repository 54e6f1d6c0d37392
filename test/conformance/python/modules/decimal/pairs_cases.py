from decimal import *
def e(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as x: print(type(x).__name__, x)
for a in ['2', '0', '-1', '1.5', '10', 'Infinity', 'NaN', '1E+5', '0.1', '-0']:
    for b in ['2', '0', '-1', '0.5', '3', 'Infinity', '-2', '1E+3', '100', '-0']:
        e(lambda: Decimal(a) ** Decimal(b)); e(lambda: Decimal(a) / Decimal(b)); e(lambda: Decimal(a) % Decimal(b)); e(lambda: Decimal(a) // Decimal(b)); e(lambda: divmod(Decimal(a), Decimal(b))); e(lambda: Decimal(a).quantize(Decimal(b))); e(lambda: Decimal(a).compare(Decimal(b))); e(lambda: Decimal(a) < Decimal(b))
    d = Decimal(a)
    for m in 'sqrt exp ln log10 to_integral_value normalize as_tuple adjusted is_nan is_signed to_eng_string number_class copy_abs next_plus next_minus logb canonical radix'.split(): e(getattr(d, m))
    e(int, d); e(float, d); e(round, d); e(round, d, 1); e(hash, d) if a != 'NaN' else 0; e(bool, d); e(lambda: -d); e(abs, d); e(lambda: f'{d:.2f} {d:e} {d:>10} {d:,}'); e(repr, d)
e(pow, Decimal(2), 3, 5); e(Decimal, 'abc'); e(Decimal, 1.1); e(lambda: Decimal(1) + 1.5); e(lambda: Decimal('1.0') == 1); e(lambda: Decimal(1) + 1)
