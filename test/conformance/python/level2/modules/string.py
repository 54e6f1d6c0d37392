import string, textwrap
print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase, string.capwords('hello  world'))
t = string.Template('$name is ${age} $$'); print(t.substitute(name='Bob', age=5), t.safe_substitute(name='X'))
try: t.substitute(name='Bob')
except KeyError as e: print('KeyError', e)
print(textwrap.dedent('''
    a
      b
    c'''), textwrap.wrap('the quick brown fox jumps over', 12), textwrap.fill('aaa bbb ccc', 7), textwrap.shorten('hello big world', 11), textwrap.indent('a\nb', '> '))
