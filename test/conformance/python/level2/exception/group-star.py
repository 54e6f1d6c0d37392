try:
    raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ValueError(3)])
except* ValueError as eg:
    print('values', eg.exceptions)
except* TypeError as eg:
    print('types', [repr(e) for e in eg.exceptions])
try:
    try: raise ExceptionGroup('g', [KeyError('k'), ExceptionGroup('inner', [ValueError('v')])])
    except* ValueError as e: print(repr(e))
except ExceptionGroup as e:
    print('rest', repr(e), e.message, e.exceptions, str(e))
try: raise ValueError('plain')
except* ValueError as e: print(type(e).__name__, e.exceptions)
