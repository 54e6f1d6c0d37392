def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
    except ValueError as e:
        print('ve', e)
        yield 99
    finally:
        print('fin')
    return 7
it = g()
print(next(it), it.send('a'))
try: it.send('b')
except StopIteration as e: print(e.value, e.args)
it = g()
try: it.send(1)
except TypeError as e: print(e)
print(next(it))
print(it.throw(ValueError('q')))
try: next(it)
except StopIteration as e: print(e.value)
it = g()
next(it)
it.close()
it.close()
try: next(it)
except StopIteration as e: print('stop', e.args)
try: it.throw(KeyError)
except KeyError as e: print('ke', repr(e))
it = g()
try: it.throw(KeyError, KeyError('a'))
except KeyError as e: print(repr(e))
it = g()
try: it.throw(1)
except TypeError as e: print(e)
it = g()
try: it.throw(KeyError('a'), 'b')
except TypeError as e: print(e)
def g():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = g(); next(it)
try: it.close()
except RuntimeError as e: print(e)
def g():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        raise
it = g(); next(it); it.close()
def g():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        return 5
it = g(); next(it); print(it.close())
def g():
    try:
        yield 1
    except GeneratorExit:
        raise ValueError('v')
it = g(); next(it)
try: it.close()
except ValueError as e: print(repr(e), repr(e.__context__))
def g():
    raise StopIteration(3)
    yield
try: next(g())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
def g():
    yield next(it2)
it2 = g()
try: next(it2)
except ValueError as e: print(e)
def g(): yield from g2()
def g2():
    x = yield 1
    print('x', x)
    try:
        yield 2
    except KeyError: print('ke')
    return 'r'
def g3():
    r = yield from g2()
    print('r', r)
it = g3(); print(next(it)); print(it.send(5))
try: it.throw(KeyError)
except StopIteration as e: print(e.value)
def g(): yield from [1,2]
it = g(); next(it)
try: it.send(1)
except AttributeError as e: print(e)
def g(): yield from 5
try: next(g())
except TypeError as e: print(e)
print(g().gi_running, g().gi_frame is None, g.__code__.co_flags & 32)
x = g()
print(type(x), x.__name__, x.__qualname__, repr(x)[:19])
