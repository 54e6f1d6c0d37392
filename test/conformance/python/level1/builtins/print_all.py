print(); print(1,2,sep=''); print('a',end='!\n'); print('a','b',sep=None,end=None); print(*[1,2],sep='-'); print([1,'a',None,(1,),{1},{1:2},1.0,b'x'])
import sys
print('x',file=sys.stdout); sys.stdout.write('hello\n'); print(1,flush=True)
try: print(1,sep=1)
except TypeError as e: print(e)
try: print(1,end=1)
except TypeError as e: print(e)
print('no',file=sys.stderr)
import io
s=io.StringIO(); print('in',file=s); print(repr(s.getvalue()))
class W:
    def write(self,x): print_.append(x)
print_=[]; print('a',2,file=W()); print(print_)
o=sys.stdout; sys.stdout=io.StringIO(); print('cap'); v=sys.stdout.getvalue(); sys.stdout=o; print(repr(v))
