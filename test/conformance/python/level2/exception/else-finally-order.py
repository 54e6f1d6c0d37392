def run(kind):
    log = []
    try:
        try:
            log.append('try')
            if kind == 'raise': raise ValueError('v')
            if kind == 'other': raise OSError('o')
            if kind == 'return': return log
            if kind == 'assert': assert not kind, kind
        except ValueError as e: log.append(f'except {e}')
        except AssertionError as e: log.append(f'assert {e}')
        else: log.append('else')
        finally: log.append('finally')
        log.append('after')
    except OSError as e: log.append(f'outer {e}')
    finally: log.append('outer finally')
    return log
for k in ('none', 'raise', 'other', 'return', 'assert'): print(k, run(k))
def loop():
    log = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 2: raise KeyError(i)
            if i == 3: break
            log.append(i)
        except KeyError as e: log.append(repr(e)); continue
        else: log.append('else')
        finally: log.append(f'f{i}')
    return log
print(loop())
def ret():
    for i in range(3):
        try: return i
        finally:
            if i < 2: continue
print(ret())
def gen():
    try:
        x = yield 1
        print('x', x)
        yield 2
    except GeneratorExit: print('exit'); raise
    except ValueError as e: print('v', e); yield 'from except'
    else: print('else')
    finally: print('fin')
for action in (lambda g: list(g), lambda g: (next(g), g.close()), lambda g: (next(g), g.throw(ValueError('t')), list(g)), lambda g: (next(g), g.send('s'), g.close())): print(action(gen()))
