names = [ArithmeticError, AssertionError, AttributeError, BaseException, BlockingIOError, BufferError, EOFError, Exception, FloatingPointError, GeneratorExit, ImportError, IndentationError, IndexError, KeyError, KeyboardInterrupt, LookupError, MemoryError, ModuleNotFoundError, NameError, NotImplementedError, OSError, OverflowError, RecursionError, ReferenceError, RuntimeError, StopAsyncIteration, StopIteration, SyntaxError, SystemError, SystemExit, TabError, TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeEncodeError, UnicodeError, ValueError, Warning, UserWarning, DeprecationWarning, ZeroDivisionError, FileNotFoundError, PermissionError, ConnectionError]
for c in names:
    print(c.__name__, [b.__name__ for b in c.__mro__], c)
for c in (ValueError, KeyError, OSError, StopIteration, AttributeError, ImportError, NameError):
    e = c('msg')
    print(repr(e), str(e), e.args, e == c('msg'), isinstance(e, Exception))
e = StopIteration(5); print(e.value, e.args, StopIteration().value)
e = OSError(2, 'No such'); print(e, e.errno, e.strerror, e.args, repr(e), type(OSError(2, 'x')).__name__)
print(IOError is OSError, EnvironmentError is OSError, KeyError('a b'), KeyError(1), KeyError(('x',)), str(KeyError("it's")))
try: {}.x
except AttributeError as e: print(e.name, e.obj)
try: undefined_x
except NameError as e: print(e.name)
try: import nomodule
except ImportError as e: print(type(e).__name__, e, e.name)
try: from math import nothing
except ImportError as e: print(str(e).split('(')[0], e.name)
e = SystemExit(3); print(e.code, repr(e), isinstance(e, Exception))
for c in (BaseException, KeyboardInterrupt, GeneratorExit):
    try: raise c('x')
    except Exception: print('no')
    except BaseException as e: print(type(e).__name__, e)
