def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally:
            print('fin', i)
    else: print('else')
    return 'end'
print(f())
def f():
    try: return 'try'
    finally: print('fin')
print(f())
def f():
    try: return 'try'
    finally: return 'finally'
print(f())
def f():
    try: 1/0
    finally: return 'swallow'
print(f())
def f():
    while True:
        try: 1/0
        finally: break
    return 'broke'
print(f())
def f():
    for i in range(2):
        try: 1/0
        except ZeroDivisionError:
            continue
        finally: print('f', i)
    return 'x'
print(f())
def f():
    try:
        try: 1/0
        finally: print('inner')
    except ZeroDivisionError as e: print(e)
    else: print('no')
    finally: print('outer')
f()
def f():
    try: pass
    except: print('x')
    else: print('else'); return 1
    finally: print('fin')
print(f())
def f():
    x = 1
    try: return x
    finally: x = 2
print(f())
def f():
    try:
        raise ValueError('a')
    except ValueError:
        try: raise KeyError('b')
        finally: print('q')
try: f()
except KeyError as e: print(repr(e), repr(e.__context__), e.__cause__, e.__suppress_context__)
def f():
    for i in range(3):
        try:
            try: continue
            finally: print('a', i)
        finally: print('b', i)
f()
def f():
    try:
        return g2()
    except ValueError as e:
        return str(e)
    finally:
        print('done')
def g2(): raise ValueError('zz')
print(f())
def f():
    while 1:
        try:
            while 1:
                try: return 1
                finally: break
            print('here')
        finally: return 2
print(f())
e = 5
try: 1/0
except ZeroDivisionError as e: pass
try: e
except NameError as x: print(x)
def f():
    try: raise 5
    except TypeError as e: print(e)
    try: raise int
    except TypeError as e: print(e)
    try: raise
    except RuntimeError as e: print(e)
    try: raise ValueError from 5
    except TypeError as e: print(e)
    try: raise ValueError('x') from KeyError
    except ValueError as e: print(repr(e.__cause__), e.__suppress_context__)
    try: raise ValueError('x') from None
    except ValueError as e: print(repr(e.__cause__), e.__suppress_context__)
f()
def f():
    try:
        try: 1/0
        except 5: pass
    except TypeError as e: print(e, repr(e.__context__))
    try:
        try: 1/0
        except (ValueError, 5): pass
    except TypeError as e: print(e)
    try:
        try: 1/0
        except (ValueError, (KeyError,)): pass
    except TypeError as e: print(e)
    except ZeroDivisionError as e: print('z', e)
f()
try: 1/0
except (ValueError, ZeroDivisionError): print('tuple')
ex = (KeyError, IndexError)
try: [][0]
except ex as q: print(repr(q))
