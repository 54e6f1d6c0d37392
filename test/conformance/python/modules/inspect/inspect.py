import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('x'); warnings.warn('d',DeprecationWarning)
    print(len(w), w[0].category, w[0].message, str(w[1].message))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('boom',RuntimeWarning)
    except RuntimeWarning as e: print(repr(e))
warnings.filterwarnings('ignore'); warnings.warn('q')
import traceback
def f(): raise ValueError('bad')
try: f()
except ValueError as e:
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e),e))
    print(e.__traceback__.tb_lineno - e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name)
    print(len(traceback.extract_tb(e.__traceback__)), traceback.extract_tb(e.__traceback__)[-1].name, traceback.format_exc().splitlines()[-1], traceback.format_exc().splitlines()[0])
import inspect
def g(a,/,b:int,c=1,*d,e,f='x',**h)->str: 'doc'
s=inspect.signature(g); print(s, list(s.parameters), s.return_annotation, s.parameters['c'].default, s.parameters['b'].annotation, s.parameters['d'].kind, s.parameters['e'].default is inspect.Parameter.empty)
class C:
    'cdoc'
    def __init__(self,x,y=2): pass
    def m(self,z): pass
    @classmethod
    def k(cls,q): pass
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.k), inspect.signature(lambda *,k:0), inspect.signature(lambda x,/:0))
print(inspect.isfunction(g), inspect.isclass(C), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.isgeneratorfunction(g), inspect.getdoc(C), inspect.isgenerator(x for x in []), inspect.ismodule(inspect), inspect.getmro(C), inspect.cleandoc(' a\n   b\n'))
b=s.bind(1,2,3,4,e=5,z=6); print(b.args,b.kwargs,b.arguments)
try: s.bind(1)
except TypeError as e: print(e)
print(inspect.getfullargspec(lambda a,b=1,*c,d=2:0))
print([n for n,_ in inspect.getmembers(C,inspect.isfunction)])
import keyword, reprlib, numbers
print(keyword.iskeyword('if'), reprlib.repr(list(range(100))), reprlib.repr('x'*100), isinstance(1,numbers.Integral), isinstance(1.0,numbers.Real), isinstance(1j,numbers.Complex), isinstance(True,numbers.Number), issubclass(int,numbers.Rational), isinstance('a',numbers.Number))
