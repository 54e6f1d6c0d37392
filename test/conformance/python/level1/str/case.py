for s in ('Hello World', 'hELLO wORLD', "they're bill's", '123abc', 'ǆ ﬁ ß', 'ΑΣ ας', 'İi', 'straße', 'éÉ', '', 'x', 'a-b_c d'):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print('abc'.isupper(), 'ABC'.isupper(), 'ABC1'.isupper(), '1'.isupper(), ''.isupper(), 'abc'.islower(), 'aBc'.islower(), 'Abc Def'.istitle(), 'ABC'.istitle(), 'Abc def'.istitle(), ''.istitle(), 'A1b'.istitle(), 'A1B'.istitle())
