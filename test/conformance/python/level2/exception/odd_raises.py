# What is raised, by what, and what it says.
def t(label, f):
    try: print(label, '->', f())
    except BaseException as e: print(label, '->', type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


import sys


def r1():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from e


def r2():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v') from None


def r3():
    try: 1 / 0
    finally: raise KeyError('k')


def r4(): raise 5


def r5(): raise ValueError from 5


def r6(): raise int


def r7(): raise


def r8():
    try: raise ValueError(1)
    except (TypeError, ValueError) as e:
        e2 = e
    try: e
    except NameError as x: raise x


def r9():
    try: raise ValueError
    except 5: pass


def r10():
    try: raise ValueError
    except (KeyError, 5): pass


def r11():
    try: return 'try'
    finally: print('fin')


def r12():
    try: return 'try'
    finally: return 'fin'


def r13():
    for i in range(3):
        try: continue
        finally: print('c', i)
    while True:
        try: break
        finally: print('b')
    return 'done'


def r14():
    try:
        try: raise ValueError('a')
        finally: raise TypeError('b')
    except TypeError as e: return repr(e.__context__)


def r15():
    raise ValueError('x') from KeyError('c')


r16 = lambda: (_ for _ in ()).throw(ValueError('gen'))


def r17(): assert False


def r18(): assert 0, 'msg'


def r19(): assert (1, 2) == 3, {'a': 1}


def r20():
    class E(Exception):
        def __str__(self): return 'custom'
    raise E


def r21():
    class E(Exception):
        def __init__(self, a, b): self.a = a
    raise E(1, 2)


def r22():
    raise Exception('a', 'b')


def r23():
    raise KeyError


def r24():
    raise KeyError('a', 'b')


def r25():
    raise SystemExit('bye')


def r26():
    with open_none() as f: pass


def open_none(): return None


def r27():
    class CM:
        def __enter__(s): return s
        def __exit__(s, *a): print(a[0].__name__, a[1]); return True
    with CM(): raise ValueError('sw')
    with CM() as c, CM() as d: 1 / 0
    return 'sw'


def r28():
    class CM:
        def __enter__(s): return s
    with CM(): pass


def r29():
    class CM:
        def __exit__(s): return s
    with CM(): pass


def r30():
    class CM:
        def __enter__(s): raise ValueError('enter')
        def __exit__(s, *a): print('no')
    with CM(): pass


def r31():
    class CM:
        def __enter__(s): return 1
        def __exit__(s, *a): raise KeyError('exit')
    with CM(): raise ValueError('body')


def r32():
    try: raise ValueError('a')
    except ValueError as e:
        try: raise TypeError('b')
        except TypeError as f: f.__cause__ = e; raise


def r33():
    e = ValueError('x'); e.__cause__ = 5


def r34():
    e = ValueError('x'); e.__context__ = 5


def r35():
    e = ValueError('x'); e.args = 5


def r36():
    e = ValueError('x'); e.args = (1, 2); return str(e), repr(e), e.args


def r37():
    e = ValueError('x'); e.foo = 1; e.add_note('n'); return e.__notes__, e.__dict__


def r38(): ValueError('x').add_note(5)


def r39(): return ValueError(x=1)


def r40(): return [type(e).__mro__[1].__name__ for e in (ZeroDivisionError(), KeyError(), UnicodeDecodeError('a', b'', 0, 0, ''), RecursionError(), NotImplementedError(), ModuleNotFoundError(), FileNotFoundError(), StopIteration(), BlockingIOError(), UnboundLocalError(), IndentationError(), TabError(), FloatingPointError(), BrokenPipeError(), KeyboardInterrupt(), GeneratorExit(), UserWarning())]


def r41(): return OSError(2, 'x').errno, OSError(2, 'x', 'f').filename, str(OSError(2, 'x', 'f')), OSError('a').errno, type(OSError(17, 'x')).__name__, str(OSError(2, 'x', 'f', None, 'g')), repr(OSError(1, 'a', 'b'))


def r42(): return StopIteration(1, 2).value, StopIteration().value, SystemExit(1).code, SystemExit(1, 2).code, SystemExit().code


def r43(): return str(KeyError('a')), str(KeyError()), str(KeyError(1, 2)), repr(KeyError('a')), str(ImportError('a', name='b')), ImportError(name='q').name, repr(ImportError('x', path='p'))


def r44(): return str(UnicodeDecodeError('utf8', b'abc', 1, 2, 'why')), str(UnicodeEncodeError('a', 'xyz\u1234', 3, 4, 'why')), str(UnicodeTranslateError('ab', 0, 2, 'why')), str(UnicodeDecodeError('u', b'abc', 0, 3, 'r'))


def r45(): return UnicodeDecodeError('a')


def r46(): return str(SyntaxError('m', ('f', 1, 2, 'text'))), SyntaxError('m', ('f', 1, 2, 't')).lineno, SyntaxError('m').msg, str(SyntaxError('m')), SyntaxError('m', ('f', 1, 2, 't', 3, 4)).end_offset


def r48(): return NameError('a', name='b').name, AttributeError('q', obj=1, name='z').obj


def r49():
    try: undefined_xyz
    except NameError as e: n = e.name
    try: (1).zork
    except AttributeError as e: return n, e.name, e.obj


def r50():
    def f(): return local_later; local_later = 1
    return f()


def r51():
    x = 1; del x; return x


def r52():
    def outer():
        def inner(): return y
        inner(); y = 1
    outer()


def r53():
    global gone
    del gone


def r54():
    x = [1]; del x[5]


def r55():
    return BaseExceptionGroup('m', [ValueError(1)]), ExceptionGroup('m', [ValueError(1), KeyError(2)]).message, ExceptionGroup('a', [ValueError()]).exceptions


def r56(): return ExceptionGroup('m', [])


def r57(): return ExceptionGroup('m', [5])


def r58(): return ExceptionGroup(5, [ValueError()])


def r59(): return ExceptionGroup('m', [KeyboardInterrupt()])


def r60():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3)])])
    except *ValueError as e: print(repr(e))
    except *TypeError as e: print(repr(e)); raise


def r61():
    try: raise ValueError('plain')
    except *ValueError as e: print(repr(e))


def r62():
    e = ExceptionGroup('g', [ValueError(1), TypeError(2)])
    return e.split(ValueError), e.subgroup(lambda x: isinstance(x, TypeError)), e.subgroup(KeyError), e.derive([KeyError()]), str(e), repr(e)


def r63():
    try:
        raise ValueError
    except ValueError:
        print(sys.exc_info()[0].__name__)
        try: raise KeyError
        except KeyError: print(sys.exc_info()[0].__name__)
        print(sys.exc_info()[0].__name__)
    return sys.exc_info()


def r64():
    def rec(n): return rec(n + 1)
    rec(0)


def r65():
    try: raise ValueError('orig')
    except ValueError as e:
        tb = e.__traceback__
        raise e.with_traceback(None)


def r66():
    e = ValueError('same')
    try: raise e
    except ValueError as f: return e is f, f.__context__


def r67():
    try: raise KeyError('1')
    except KeyError:
        try: raise KeyError('2')
        except KeyError: raise KeyError('3')


def r68(): return (ValueError('a') == ValueError('a'), hash(ValueError) is not None, isinstance(ValueError(), Exception), issubclass(ValueError, (KeyError, Exception)))


def r69():
    try: raise ValueError
    except *(TypeError, 5): pass


def r70():
    try: raise ValueError
    except *ExceptionGroup: pass


def r71():
    try: pass
    except 5: pass
    else: print('else')
    return 'ok'


for i in [*range(1, 16), *range(16, 47), *range(48, 60), *range(61, 72)]: t('r%d' % i, globals()['r%d' % i])
