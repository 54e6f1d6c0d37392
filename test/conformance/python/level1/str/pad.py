print('ab'.center(7) + '|', 'ab'.center(8, '*'), 'abc'.center(8, '*'), 'ab'.center(1), 'ab'.ljust(5) + '|', 'ab'.ljust(5, '.'), 'ab'.rjust(5), 'ab'.rjust(5, '0'))
print('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), ''.zfill(3), 'abc'.zfill(2), '--1'.zfill(6), '中'.zfill(3), '中'.center(5, '文'))
for f in (lambda: 'a'.center(5, 'ab'), lambda: 'a'.ljust(5, ''), lambda: 'a'.rjust('x'), lambda: 'a'.zfill(), lambda: 'a'.center(5, 1), lambda: 'a'.zfill(1.5)):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
