try:
    1 / 0
except ZeroDivisionError:
    print('caught')
try:
    int('x')
except (TypeError, ValueError) as e:
    print(type(e).__name__, e)
try:
    print('no error')
except Exception:
    print('never')
else:
    print('else')
finally:
    print('finally')
try:
    try:
        raise KeyError('inner')
    except ValueError:
        print('wrong')
    finally:
        print('inner finally')
except KeyError as e:
    print('outer', e, repr(e), e.args)
try:
    e
except NameError as ex:
    print(ex)
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args, str(e) == '')
try:
    raise ValueError('a', 'b', 3)
except ValueError as e:
    print(e, e.args, e.args[2])
try:
    [][0]
except LookupError as e:
    print(type(e).__name__, isinstance(e, IndexError), isinstance(e, Exception), isinstance(e, BaseException))
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    print('reraised', e)
try:
    try: {}['a']
    except: raise ValueError('bare')
except ValueError as e:
    print(e, repr(e.__context__))
try:
    try: 1 / 0
    except 5: pass
except TypeError as e:
    print(e)
try:
    try: 1 / 0
    except (ValueError, 5): pass
except TypeError as e:
    print(e)
def f():
    raise NotImplementedError('todo')
try: f()
except RuntimeError as e: print(type(e).__name__, e)
class NotExc: pass
try: raise NotExc
except TypeError as e: print(e)
try: raise NotExc()
except TypeError as e: print(e)
