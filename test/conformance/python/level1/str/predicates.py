for s in ('', 'abc', 'ABC', 'a1', '123', '½', '²', '١', '一', 'a b', ' ', '\t\n', '\x00', 'a_b', '1a', 'é', 'if', '-1', '1.5', '\x7f', 'ñ', '　', '𝟘', 'Ⅷ'):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isascii(), s.isprintable(), s.isidentifier(), s.islower(), s.isupper())
