from contextlib import contextmanager, suppress, nullcontext, closing, ExitStack
@contextmanager
def cm(n):
    print('in', n)
    try: yield n * 2
    except ValueError as e: print('got', e)
    finally: print('out', n)
with cm(1) as v: print(v)
with cm(2): raise ValueError('v')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print('caught', e)
with suppress(ZeroDivisionError, KeyError): 1 / 0
with suppress(KeyError): print('fine')
with nullcontext(5) as n: print(n)
class R:
    def close(self): print('closing')
with closing(R()) as r: print('using')
with ExitStack() as stack:
    for i in range(2): print(stack.enter_context(cm(i)))
    stack.callback(print, 'callback', 1)
@cm(9)
def deco(): print('decorated')
deco()
