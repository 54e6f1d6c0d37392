from pprint import *
pprint({'b':[1,2,3],'a':{'x':1}})
pprint(list(range(40)))
pprint({'key%d'%i:'value'*i for i in range(8)})
pprint([['a'*30,'b'*30],{'c'*20:'d'*50}],width=40)
pprint('word '*40)
pprint({'s':'word '*40})
pprint((1,)); pprint(tuple(range(30)),width=20,compact=True)
pprint({1:{2:{3:{4:5}}}},depth=2)
print(pformat({'z':1,'a':2},sort_dicts=False), pformat([1]*3,indent=4), isreadable([1]), saferepr({}))
pp({'z':1,'a':2})
from collections import *
pprint(OrderedDict((('k%d'%i),'v'*10) for i in range(8))); pprint(Counter('hello world this is a long text with many letters qzxjk')); pprint(defaultdict(list,{'k%d'%i:['v'*10] for i in range(8)})); pprint(deque(range(40)))
from dataclasses import dataclass
@dataclass
class D:
    name:str
    items:list
pprint(D('x'*30,['y'*30,'z'*30]))
pprint(b'abc'*50); pprint([{'id':i,'name':'n%d'%i,'tags':['a','b']} for i in range(4)]); pprint({'a':1},indent=4,width=5); pprint({'a':[1,2,3],'b':(1,2)},indent=4,width=10)
l=[1]; l.append(l); print(isrecursive(l))
