def f(l):
    out = []
    for x in l:
        try:
            out.append(10 / x)
        except ZeroDivisionError:
            out.append('div')
            continue
        except TypeError as e:
            out.append(str(e))
            break
        else: out.append('ok')
        finally: out.append('f')
    else: out.append('complete')
    return out
print(f([1, 0, 2])); print(f([5, 'a', 1]))
def retry(n):
    attempts = 0
    while True:
        try:
            attempts += 1
            if attempts < n: raise ConnectionError(f'attempt {attempts}')
            return attempts
        except ConnectionError as e:
            print(e)
print(retry(3))
errors = []
for v in ('1', 'x', None, '2.5', [], '10'):
    try: errors.append(int(v))
    except (ValueError, TypeError) as e: errors.append(type(e).__name__)
print(errors)
def raises(f, *a):
    try: f(*a)
    except Exception as e: return type(e).__name__
    return None
print(raises(int, 'x'), raises(int, 5), raises(lambda: [][1]), raises(dict.pop, {}, 'a'), raises(next, iter([])))
def nested():
    try:
        for i in range(3):
            try:
                if i == 1: raise ValueError(i)
            except KeyError: print('no')
            finally: print('inner', i)
    except ValueError as e: print('outer', e)
    else: print('no error')
nested()
def handler_raises():
    try:
        try: raise ValueError('first')
        except ValueError: raise KeyError('second')
    except KeyError as e: return repr(e), repr(e.__context__)
print(handler_raises())
def multi():
    try: raise IndexError('i')
    except ValueError: return 'v'
    except KeyError: return 'k'
    except LookupError as e: return 'lookup ' + type(e).__name__
    except Exception: return 'e'
print(multi())
e = 'outer e'
try: raise ValueError
except ValueError as e: pass
try: print(e)
except NameError as x: print(x)
total = 0
for i in range(50):
    try:
        if i % 3 == 0: raise ValueError
        total += i
    except ValueError: total -= 1
print(total)
