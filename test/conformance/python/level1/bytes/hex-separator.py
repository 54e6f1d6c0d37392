# bytes.hex takes one ASCII character or byte between the digits; int has no is_integer yet in 3.11.
for value in (b'abc', bytearray(b'abcd')):
    for sep in ('', '::', '\xe9', '\x80', '\u20ac', b'', b'::', b'\xe9', 3, None, [':'], ':', b':', '\x7f'):
        try:
            print(repr(sep), value.hex(sep), value.hex(sep, 2), value.hex(sep, -2), value.hex(sep, 0))
        except (TypeError, ValueError) as error:
            print(repr(sep), type(error).__name__, error)
print(hasattr(5, 'is_integer'), hasattr(True, 'is_integer'), (5.0).is_integer())
