def f(x):
    try:
        if x == 0: return 'try'
        if x == 1: raise ValueError('v')
        if x == 2: raise KeyError('k')
        print('end of try')
    except ValueError:
        return 'except'
    else:
        return 'else'
    finally:
        print('finally', x)
for i in range(4):
    try: print(f(i))
    except KeyError as e: print('propagated', e)
def override():
    try: return 'try'
    finally: return 'finally'
print(override())
def swallow():
    try: raise ValueError
    finally: return 'swallowed'
print(swallow())
def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally: print('fin', i)
    else: print('never')
    return i
print(loop())
def nested():
    try:
        try:
            try: return 'value'
            finally: print('a')
        finally: print('b')
    finally: print('c')
print(nested())
def retval():
    x = 1
    try: return x
    finally: x = 2
print(retval())
def gen():
    try:
        yield 1
        yield 2
    finally: print('gen finally')
for x in gen():
    print(x)
    break
print('after break')
g = gen(); next(g); g.close(); print('closed')
def cont():
    while True:
        try: break
        finally: print('break finally')
    for i in range(2):
        try: continue
        finally: print('continue finally', i)
    return 'done'
print(cont())
def fin_raise():
    try: 1 / 0
    finally: raise KeyError('replaced')
try: fin_raise()
except KeyError as e: print(e, repr(e.__context__))
def fin_loop():
    for i in range(3):
        try: raise ValueError(i)
        except ValueError as e:
            if i == 1: continue
            print('handled', e)
        finally:
            if i == 2: break
    return i
print(fin_loop())
def deep():
    for a in range(2):
        for b in range(2):
            try:
                if b: return (a, b)
            finally:
                print('leaving', a, b)
print(deep())
def breakin():
    for i in range(3):
        try: return i
        finally: continue
    return 'end'
print(breakin())
