def t(f):
    try: f()
    except BaseException as e: print(type(e).__name__,'|',e,'|',repr(e),'|',e.args)
t(lambda:1/0); t(lambda:1//0); t(lambda:1%0); t(lambda:1.0/0); t(lambda:1.0//0); t(lambda:1.0%0); t(lambda:divmod(1,0)); t(lambda:0**-1); t(lambda:0.0**-1)
t(lambda:[][0]); t(lambda:{}['a']); t(lambda:''[0]); t(lambda:()[0]); t(lambda:b''[0]); t(lambda:bytearray()[0]); t(lambda:range(0)[0])
t(lambda:int('x')); t(lambda:int('1',99)); t(lambda:float('x')); t(lambda:int(None)); t(lambda:int([])); t(lambda:float([])); t(lambda:int('')); t(lambda:int('9',8)); t(lambda:int(float('inf'))); t(lambda:int(float('nan')))
t(lambda:'a'+1); t(lambda:1+'a'); t(lambda:[]+()); t(lambda:()+[]); t(lambda:'a'*'b'); t(lambda:[]-[]); t(lambda:{}+{}); t(lambda:None+1); t(lambda:b'a'+'a'); t(lambda:'a'+b'a'); t(lambda:-'a'); t(lambda:~1.0); t(lambda:1<<-1); t(lambda:1.5<<1); t(lambda:1<'a'); t(lambda:[]<1); t(lambda:None<None); t(lambda:{}<{})
t(lambda:[1,2].index(3)); t(lambda:(1,).index(3)); t(lambda:'a'.index('b')); t(lambda:b'a'.index(b'b')); t(lambda:[].remove(1)); t(lambda:[].pop()); t(lambda:[1].pop(5)); t(lambda:{}.pop('a')); t(lambda:{}.popitem()); t(lambda:set().pop()); t(lambda:set().remove(1)); t(lambda:bytearray().pop()); t(lambda:range(3).index(5))
t(lambda:next(iter([]))); t(lambda:iter(1)); t(lambda:len(1)); t(lambda:abs('a')); t(lambda:sum(['a'])); t(lambda:sum([[1]])); t(lambda:sum('a')); t(lambda:max([])); t(lambda:min()); t(lambda:max(1)); t(lambda:sorted([1,'a'])); t(lambda:chr(-1)); t(lambda:chr(0x110000)); t(lambda:ord('')); t(lambda:ord('ab')); t(lambda:range(1,2,0)); t(lambda:range('a')); t(lambda:range()); t(lambda:range(1.0)); t(lambda:bytes(-1)); t(lambda:bytes([256])); t(lambda:bytes('a')); t(lambda:bytes(['a'])); t(lambda:bytearray([300])); t(lambda:'a'.encode('nope')); t(lambda:b'\xff'.decode()); t(lambda:'é'.encode('ascii')); t(lambda:b'\xff'.decode('ascii')); t(lambda:zip(1)); t(lambda:list(zip([1],[1,2],strict=True))); t(lambda:list(zip([1,2],[1],strict=True))); t(lambda:enumerate(1)); t(lambda:map()); t(lambda:list(map(1,[1]))); t(lambda:filter(1)); t(lambda:round('a')); t(lambda:pow(2,-1,4)); t(lambda:pow(1,2,0)); t(lambda:hash([])); t(lambda:hash({})); t(lambda:{[]:1}); t(lambda:{[]}); t(lambda:set([[]])); t(lambda:slice()); t(lambda:[1][::0]); t(lambda:'a'[::0]); t(lambda:[1]['a']); t(lambda:(1,)['a']); t(lambda:'a'['a']); t(lambda:[1][1.0]); t(lambda:{}[{}])
t(lambda:dict([1])); t(lambda:dict([(1,)])); t(lambda:dict(1)); t(lambda:dict(['abc'])); t(lambda:dict(a=1,**{'a':2})); t(lambda:{}.update(1)); t(lambda:{}.update([1])); t(lambda:set(1)); t(lambda:list(1)); t(lambda:tuple(1)); t(lambda:''.join([1])); t(lambda:''.join(1)); t(lambda:b''.join(['a'])); t(lambda:'%d'%'a'); t(lambda:'%s'%()); t(lambda:'%s'%(1,2)); t(lambda:'%q'%1); t(lambda:'%'%1); t(lambda:'%(a)s'%{}); t(lambda:'%(a)s'%1); t(lambda:'%c'%'ab'); t(lambda:'%c'%1.5); t(lambda:'%x'%1.5); t(lambda:'%f'%'a'); t(lambda:'{}'.format()); t(lambda:'{a}'.format()); t(lambda:'{0} {}'.format(1,2)); t(lambda:'{'.format()); t(lambda:'}'.format()); t(lambda:'{:q}'.format(1)); t(lambda:'{:d}'.format('a')); t(lambda:'{:d}'.format(1.5)); t(lambda:'{:s}'.format(1)); t(lambda:'{!z}'.format(1)); t(lambda:'{0.x}'.format(1)); t(lambda:'{0[1]}'.format([1])); t(lambda:format(1,'zzz')); t(lambda:format('a','+')); t(lambda:format('a','=5')); t(lambda:format(1,'.2d')); t(lambda:format([],'5')); t(lambda:format(1,',s'))
a,b=0,0
def un(n,it):
    global a,b
    if n==2: a,b=it
    elif n==3: a,*b,c=it
t(lambda:un(2,[1])); t(lambda:un(2,[1,2,3])); t(lambda:un(2,1)); t(lambda:un(3,[1])); t(lambda:un(2,'')); t(lambda:un(2,None))
raise_=lambda e:(_ for _ in ()).throw(e)
t(lambda:raise_(Exception)); t(lambda:raise_(Exception('a','b'))); t(lambda:raise_(KeyError('a'))); t(lambda:raise_(KeyError(1,2))); t(lambda:raise_(OSError(2,'x'))); t(lambda:raise_(SystemExit(3)));  t(lambda:raise_(ImportError('m',name='n'))); t(lambda:raise_(SyntaxError('s'))); t(lambda:raise_(AssertionError())); t(lambda:raise_(MemoryError())); t(lambda:raise_(KeyboardInterrupt()))
try: assert 0,'msg'
except AssertionError as e: print(repr(e))
try: raise 1
except TypeError as e: print(e)
try: raise int
except TypeError as e: print(e)
try:
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('x') from e
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try: 1/0
    finally: raise KeyError('q')
except KeyError as e: print(repr(e.__context__))
try: raise ValueError from None
except ValueError as e: print(e.__cause__, e.__suppress_context__)
try: raise
except RuntimeError as e: print(e)
try: raise ValueError from 1
except TypeError as e: print(e)
class ME(Exception):
    def __init__(self,a,b): super().__init__(a); self.b=b
    def __str__(self): return f'ME {self.b}'
try: raise ME(1,2)
except ME as e: print(e, repr(e), e.args)
def fin():
    try: return 1
    finally: print('f')
print(fin())
def fin2():
    for i in range(3):
        try: continue
        finally: print('c',i)
    while 1:
        try: break
        finally: print('b')
    try: return 1
    finally: return 2
print(fin2())
try:
    try: pass
    except: print('no')
    else: print('else')
    finally: print('finally')
except: pass
try: e
except NameError as x: print(x)
try:
    try: [][1]
    except (KeyError,IndexError) as e: print('c',e); raise
except IndexError as e2: print('re',e2, e2.__traceback__ is not None)
try: 
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
import sys
try: 1/0
except: print(sys.exc_info()[0], sys.exc_info()[1])
print(sys.exc_info())
e=ValueError(1); e.add_note('n'); print(e.__notes__)
print(Exception.__mro__, issubclass(KeyError,LookupError), ValueError().__str__(), BaseException.__subclasses__()[:1] if 0 else '')
