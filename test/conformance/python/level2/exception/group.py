try:
    raise ExceptionGroup('eg',[ValueError(1),TypeError('t')])
except* ValueError as e:
    print(repr(e), e.exceptions, str(e), e.message)
except* TypeError as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('eg',[ValueError(1),TypeError('t'),ExceptionGroup('in',[ValueError(2),OSError(3)])])
    except* ValueError as e:
        print(repr(e))
except ExceptionGroup as e: print('left',repr(e))
try:
    try: raise ValueError(5)
    except* ValueError as e: print(repr(e)); raise KeyError(1)
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup('a',[ValueError(5),KeyError(2)])
    except* ValueError as e: raise
    except* KeyError as e: raise IndexError(9)
except BaseException as e: print(repr(e))
try:
    try: raise ValueError(5)
    except* KeyError as e: print('no')
    else: print('else')
    finally: print('fin')
except BaseException as e: print(repr(e))
try: pass
except* KeyError: pass
else: print('else')
g=ExceptionGroup('x',[ValueError(1),ExceptionGroup('y',[KeyError(2)])])
print(g.split(KeyError), g.subgroup(ValueError), g.subgroup(lambda e: isinstance(e,KeyError)), g.derive([ValueError(3)]), isinstance(g,Exception), BaseExceptionGroup('b',[KeyboardInterrupt()]), type(BaseExceptionGroup('b',[ValueError()])), ExceptionGroup.__mro__)
for a in [('m',[]),('m',[1]),(1,[ValueError()]),('m',ValueError()),('m',[KeyboardInterrupt()]),('m',)]:
    try: print(ExceptionGroup(*a))
    except Exception as e: print(type(e).__name__, e)
try:
    try: raise ValueError(1)
    except* 5: pass
except TypeError as e: print(e)
try:
    try: raise ValueError(1)
    except* ExceptionGroup: pass
except TypeError as e: print(e)
def f():
    for i in range(2):
        try: raise ExceptionGroup('q',[ValueError(i)])
        except* ValueError as e: x=e
    return x
print(repr(f()))
