def a(n):
    try: return b(n)
    except ZeroDivisionError: return 'zero in a'
    finally: print('a done', n)
def b(n):
    try: return c(n)
    except IndexError as e: raise LookupError('b says') from e
    finally: print('b done', n)
def c(n): return [10 // n][n - 1]
for n in (1, 0, 2):
    try: print(a(n))
    except LookupError as e: print(type(e).__name__, e, repr(e.__cause__))
class Resource:
    open_count = 0
    def __init__(self, fail=False): self.fail = fail
    def __enter__(self): Resource.open_count += 1; return self
    def __exit__(self, t, v, tb): Resource.open_count -= 1; return t is KeyError
    def use(self):
        if self.fail: raise self.fail
        return 'used'
for fail in (None, KeyError('k'), ValueError('v')):
    try:
        with Resource(fail) as r: print(r.use())
        print('after with', Resource.open_count)
    except ValueError as e: print('caught', e, Resource.open_count)
def validate(d):
    errors = []
    for field, check in {'age': lambda v: int(v) >= 0 or fail('negative'), 'name': lambda v: v.strip() or fail('blank')}.items():
        try: check(d[field])
        except KeyError as e: errors.append(f'missing {e}')
        except (ValueError, AttributeError) as e: errors.append(f'{field}: {e}')
    return errors
def fail(why): raise ValueError(why)
for d in ({}, {'age': 'x', 'name': ' '}, {'age': -1, 'name': 5}, {'age': '3', 'name': 'n'}): print(validate(d))
