def f():
    for i in range(5):
        try:
            if i == 3: return i
        finally:
            if i == 3: print('fin', i)
print(f())
def g():
    try:
        for i in range(3):
            try: yield i
            finally: print('inner', i)
    finally: print('outer')
for x in g():
    if x == 1: break
print('after')
def h():
    try:
        yield 1
        return 'ret'
    finally:
        yield 2
print(list(h()))
def k():
    while True:
        try:
            x = yield
            print('got', x)
        except ValueError: print('VE'); continue
        except KeyError: break
        else: print('else')
        finally: print('F')
    yield 'done'
it = k(); next(it); it.send(1); it.throw(ValueError); print(it.throw(KeyError))
def m():
    try:
        raise ValueError('a')
    except ValueError as e:
        try: raise TypeError('b') from e
        except TypeError as e2: return repr(e2.__cause__), repr(e2.__context__)
    finally: print('mf')
print(m())
def n():
    try:
        try: raise ValueError(1)
        finally: raise TypeError(2)
    except TypeError as e: print(repr(e.__context__))
    try: raise KeyError from None
    except KeyError as e: print(e.__suppress_context__, e.__cause__)
n()
def o():
    try: raise ValueError
    except ValueError:
        try: raise
        except ValueError as e: print('re', repr(e))
    try:
        try: 1/0
        except ZeroDivisionError: raise
    except ZeroDivisionError as e: print('outer', e)
o()
def p():
    e = 1
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as x: return str(x)
print(p())
def q():
    with_ = []
    try:
        for i in range(3):
            try: with_.append(i / (i - 1))
            except ZeroDivisionError: with_.append('z'); continue
            else: with_.append('e')
    finally: with_.append('f')
    return with_
print(q())
import traceback, sys
def r():
    try: 1/0
    except: 
        t, v, tb = sys.exc_info()
        print(t.__name__, v, tb is not None)
    print(sys.exc_info())
r()
try:
    raise ValueError('x')
except ValueError as e:
    print(traceback.format_exception_only(type(e), e))
class MyE(BaseException): pass
try:
    try: raise MyE
    except Exception: print('no')
except BaseException as e: print(type(e).__name__)
def s():
    try: return 1
    except: return 2
    else: return 3
    finally: print('s')
print(s())
def t():
    for _ in range(2):
        try: pass
        except: pass
        else: continue
        finally: print('t')
t()
