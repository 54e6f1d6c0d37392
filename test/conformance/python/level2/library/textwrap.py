import textwrap
t='The quick brown fox jumped over the lazy dog. ' * 3
print(textwrap.fill(t,30)); print(textwrap.wrap(t,20,initial_indent='* ',subsequent_indent='  ')); print(textwrap.dedent('  a\n    b\n  c')); print(textwrap.indent('a\nb\n','> ')); print(textwrap.shorten(t,30))
