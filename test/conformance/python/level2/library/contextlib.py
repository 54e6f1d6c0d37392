from contextlib import *
@contextmanager
def cm(x):
    print('in',x)
    try: yield x*2
    except ValueError as e: print('caught',e)
    finally: print('out')
with cm(1) as y: print(y)
with cm(2): raise ValueError('v')
try:
    with cm(2): raise KeyError('k')
except KeyError as e: print(repr(e))
with suppress(KeyError): {}['a']
print('ok')
class X:
    def close(self): print('closed')
with closing(X()) as x: print('use')
with ExitStack() as st:
    st.enter_context(cm(3)); st.callback(print,'cb',1); st.push(lambda *a: print(a[0]))
with nullcontext(5) as n: print(n)
import io
f=io.StringIO()
with redirect_stdout(f): print('hidden')
print(repr(f.getvalue()))
@cm(7)
def deco(): print('body')
deco()
@contextmanager
def noy():
    if 0: yield
try:
    with noy(): pass
except RuntimeError as e: print(e)
@contextmanager
def twoy(): yield; yield
try:
    with twoy(): pass
except RuntimeError as e: print(e)
class CD(ContextDecorator):
    def __enter__(self): print('E'); return self
    def __exit__(self,*a): print('X',a[0]); return False
@CD()
def q(): print('q')
q()
with AbstractContextManager.__subclasshook__(X) if 0 else nullcontext(): pass
