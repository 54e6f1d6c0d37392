cases = ["1 + 'a'", "'a' + 1", "1 + None", "None + 1", "[] + 1", "1 + []", "{} + {}", "1 - 'a'", "'a' - 'b'", "'a' * 'b'", "'a' * 1.5",
         "[1] * 'a'", "1 / 'a'", "'a' // 2", "None % 2", "1 & 1.5", "1.5 | 1", "1 ^ 'a'", "~1.5", "~'a'", "-'a'", "+[]", "-None",
         "1 @ 2", "{1} + {2}", "(1,) + [1]", "[1] + (1,)", "b'a' + 'a'", "'a' + b'a'", "divmod(1, 'a')", "abs('a')", "round('a')", "1 << 'a'"]
fs = [lambda: 1 + 'a', lambda: 'a' + 1, lambda: 1 + None, lambda: None + 1, lambda: [] + 1, lambda: 1 + [], lambda: {} + {},
      lambda: 1 - 'a', lambda: 'a' - 'b', lambda: 'a' * 'b', lambda: 'a' * 1.5, lambda: [1] * 'a', lambda: 1 / 'a', lambda: 'a' // 2,
      lambda: None % 2, lambda: 1 & 1.5, lambda: 1.5 | 1, lambda: 1 ^ 'a', lambda: ~1.5, lambda: ~'a', lambda: -'a', lambda: +[],
      lambda: -None, lambda: 1 @ 2, lambda: {1} + {2}, lambda: (1,) + [1], lambda: [1] + (1,), lambda: b'a' + 'a', lambda: 'a' + b'a',
      lambda: divmod(1, 'a'), lambda: abs('a'), lambda: round('a'), lambda: 1 << 'a']
for text, f in zip(cases, fs):
    try:
        print(text, f())
    except TypeError as e:
        print(text, 'TypeError:', e)
def aug(op, x, y):
    try:
        if op == '+=': x += y
        elif op == '-=': x -= y
        elif op == '*=': x *= y
        elif op == '/=': x /= y
        elif op == '//=': x //= y
        elif op == '%=': x %= y
        elif op == '**=': x **= y
        elif op == '<<=': x <<= y
        elif op == '>>=': x >>= y
        elif op == '&=': x &= y
        elif op == '|=': x |= y
        elif op == '^=': x ^= y
        elif op == '@=': x @= y
        print(x)
    except TypeError as e:
        print('TypeError:', e)
for op in ('+=', '-=', '*=', '/=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=', '@='):
    aug(op, 1, None)
    aug(op, [], 1.5)
    aug(op, 'a', {})
