e = Exception()
print(repr(e), str(e), e.args)
e = Exception(1, 'a')
print(repr(e), str(e), e.args)
e = ValueError('x')
print(repr(e), str(e), e.args, e.__class__, e.__traceback__)
e.args = (1, 2)
print(e, e.args)
try: e.args = 5
except TypeError as x: print(x)
e.foo = 1
print(e.foo, e.__dict__)
print(repr(KeyError('a')), str(KeyError('a')), str(KeyError('a', 1)), str(KeyError()))
o = OSError(2, 'No such')
print(o, repr(o), o.errno, o.strerror, o.args, o.filename, type(o))
o = OSError(2, 'No such', 'fn')
print(o, repr(o), o.errno, o.strerror, o.args, o.filename)
o = OSError('x'); print(o, o.errno, o.args)
s = StopIteration(1, 2); print(s.value, s.args)
print(StopIteration().value)
s = SystemExit(3); print(s.code, SystemExit().code, SystemExit(1,2).code)
print(repr(UnicodeDecodeError('utf8', b'abc', 1, 2, 'why')), str(UnicodeDecodeError('utf8', b'abc', 1, 2, 'why')))
try: UnicodeDecodeError(1)
except TypeError as x: print(x)
print(ImportError('m', name='n', path='p').name)
print(AttributeError('m', name='n', obj=1).name, NameError('q', name='z').name)
class E(Exception):
    def __init__(self, a, b): self.a = a
print(repr(E(1, 2)), str(E(1, 2)), E(1,2).args)
class E(Exception):
    def __init__(self, a): super().__init__(a + 1)
print(repr(E(1)), E(1).args)
class E(ValueError):
    def __str__(self): return 'custom'
print(E('x'), repr(E('x')))
try: raise E
except ValueError as x: print(type(x), x)
e = Exception('a'); e.add_note('n1'); print(e.__notes__)
try: e.add_note(1)
except TypeError as x: print(x)
print(BaseException.__subclasses__()[:0], issubclass(KeyboardInterrupt, Exception), issubclass(StopIteration, Exception), KeyError.__mro__)
print(e.with_traceback(None) is e)
try: e.with_traceback(1)
except TypeError as x: print(x)
try: e.__cause__ = 5
except TypeError as x: print(x)
try: e.__context__ = 5
except TypeError as x: print(x)
for n in 'ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError ChildProcessError ConnectionError EOFError EnvironmentError FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeError ValueError Warning UserWarning DeprecationWarning ZeroDivisionError ExceptionGroup BaseExceptionGroup'.split():
    import builtins
    c = getattr(builtins, n)
    print(n, [k.__name__ for k in c.__mro__])
