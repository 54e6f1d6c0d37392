import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), string.capwords('hello  world'))
t=string.Template('$a ${b} $$'); print(t.substitute(a=1,b=2), t.safe_substitute(a=1), t.template)
try: t.substitute(a=1)
except KeyError as e: print(repr(e))
try: string.Template('$').substitute()
except ValueError as e: print(e)
print(string.Formatter().format('{} {x:>5}',1,x='a'))
print(list(string.Formatter().parse('a{b!r:c}d')))
