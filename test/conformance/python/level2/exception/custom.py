class MyError(Exception): pass
class Sub(MyError):
    def __init__(self, code, msg='dflt'):
        super().__init__(msg)
        self.code = code
class WithStr(Exception):
    def __str__(self): return 'custom str'
class WithArgs(Exception):
    def __init__(self, a, b): self.a = a; self.b = b
try: raise MyError
except MyError as e: print(repr(e), str(e), e.args)
try: raise MyError('text', 1)
except Exception as e: print(repr(e), e, e.args, type(e), type(e).__mro__[1].__name__)
try: raise Sub(42)
except MyError as e: print(e, e.code, e.args, repr(e))
try: raise WithStr(1, 2)
except WithStr as e: print(e, repr(e), str(e), f'{e}', e.args)
try: raise WithArgs(1, b=2)
except WithArgs as e: print(e, repr(e), e.args, e.a, e.b)
class Multi(KeyError, ValueError): pass
for c in (KeyError, ValueError, LookupError):
    try: raise Multi('m')
    except c as e: print(c.__name__, repr(e), e)
e = ValueError('x'); e.extra = 5; print(e.extra, e.__dict__); e.args = (1, 2); print(e, repr(e))
e.add_note('a note'); print(e.__notes__)
class A(Exception): 
    def __init__(self, *args): 
        super().__init__(*args); self.n = len(args)
try: raise A(1, 2, 3)
except A as a: print(a.n, a)
try: raise A from None
except A as a: print(a.n, a.__cause__, a.__suppress_context__)
print(issubclass(Sub, MyError), issubclass(MyError, Exception), MyError.__name__, MyError.__module__, MyError('a') == MyError('a'))
class E2(Exception):
    code = 7
try: raise E2()
except E2 as x: print(x.code, bool(x), x.args)
try: raise MyError(foo=1)
except TypeError as e: print(e)
print(Exception(1).args, Exception((1, 2)).args, Exception([1]).args, str(Exception([1])), str(Exception(None)), str(Exception(())), repr(Exception(1,)), str(Exception(1, 'a')))
