import string, sys
print(string.Template('$who owes ${n} $$').substitute(who='A', n=3), string.Template.pattern.pattern if 0 else '')
class T(string.Template):
    delimiter = '%'; idpattern = '[a-z]+_[a-z]+'
t = T('%% %with_x %notu')
print(t.safe_substitute({'with_x': 'r', 'notu': 'z'}))
class S:
    def __getattr__(s, n): return n
class X(str): pass
print(ord(X('a')), isinstance(sys.getrecursionlimit(), int))
sys.setrecursionlimit(60)
def f(n): return f(n+1)
try: f(0)
except RecursionError as e: print(e)
