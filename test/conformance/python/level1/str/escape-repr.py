for s in ("a'b", 'a"b', 'a\'"b', '\\', '\n\r\t', '\x00\x01\x1f\x7f', '\x80\xa0\xad', 'é', '\u2028', '\ufeff', '\U0001f600', '\ud800', 'a\\nb', '', ' ', "'", '"', "''", "\\'", '\a\b\f\v', '\0001', '\x41\u0042\103'):
    print(repr(s), len(s), ascii(s), [s])
print('a\
b', r'\n', r'a\'b', b'\x41\'', 'tab\tend', 'nul\0end'.replace('\0', '|'), '\"', "\'", '\\\\', '\101', '\x7e', '\
')
print('''a
b''', """x'y"z""", '''it's''', 'a' "b" '''c''', ('x'
 'y'), f'a' 'b' f'{1}', 'a' f'{2}' r'\d')
