try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('second') from e
except ValueError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('second')
except ValueError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('second') from None
except ValueError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try: raise ValueError('x') from KeyError('cause')
except ValueError as e: print(repr(e.__cause__), e.__context__)
try: raise ValueError('x') from KeyError
except ValueError as e: print(repr(e.__cause__))
try: raise ValueError('x') from 5
except TypeError as e: print(e)
def f():
    try: {}['k']
    finally: [][1]
try: f()
except IndexError as e: print(e, repr(e.__context__), repr(e.__context__.__context__))
try:
    try:
        try: raise KeyError(1)
        except KeyError: raise ValueError(2)
    except ValueError: raise TypeError(3)
except TypeError as e:
    while e: print(repr(e)); e = e.__context__
e1 = ValueError(1); print(e1.__traceback__, e1.__cause__, e1.__context__)
try: raise e1
except ValueError as e: print(e is e1, e.__traceback__ is not None)
e2 = e1.with_traceback(None); print(e2 is e1)
def g():
    try: raise ValueError('a')
    except ValueError: pass
    try: raise KeyError('b')
    except KeyError as e: print(e.__context__)
g()
