def e(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as x: print(type(x).__name__, x)
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError('t'), KeyError('k')])
except* ValueError as eg: print(repr(eg), eg.exceptions)
except* (TypeError, KeyError) as eg: print(repr(eg))
def f():
    try: raise ValueError('x')
    except* ValueError as eg: print(repr(eg))
e(f)
def f():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError: pass
e(f)
e(ExceptionGroup, 'a', []); e(ExceptionGroup, 'a', [1]); e(ExceptionGroup, 1, [ValueError()]); e(ExceptionGroup, 'a', [KeyboardInterrupt()]); e(ExceptionGroup, 'a'); print(repr(BaseExceptionGroup('b', [KeyboardInterrupt()])), type(BaseExceptionGroup('b', [ValueError()])))
g = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])]); print(g.subgroup(ValueError), g.split(TypeError), g.derive([OSError()]), g.message, str(g), g.subgroup(lambda x: isinstance(x, TypeError)))
