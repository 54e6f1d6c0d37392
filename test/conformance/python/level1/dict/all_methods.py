d={'a':1,'b':2,'c':3}
k=d.keys(); v=d.values(); i=d.items(); print(k,v,i,len(k),'a' in k,1 in v,('a',1) in i)
d['z']=26; print(k, list(v)); print(k&{'a','q'}, sorted(k|{'q'}), sorted(k-{'a'}), sorted(k^{'a','q'}), i&{('a',1)}, k.isdisjoint({'q'}), k=={'a','b','c','z'}, k<={'a','b','c','z','y'}, k>{'a'})
print(list(reversed(d)), list(reversed(d.items())), d|{'n':1}, {**d}, d.copy()==d, dict.fromkeys('ab'), dict.fromkeys([1],5), dict([(1,2)]), dict(a=1), dict({'x':1},y=2), dict(zip('ab',[1,2])))
d|={'m':1}; d|=[('q',2)]; print(d); print(d.pop('q'), d.pop('nope',None), d.popitem(), d.setdefault('a',9), d.setdefault('new',[]), d.get('zz'), d.get('zz',0)); d.update(a=5); d.update([('b',7)]); d.update({'c':8},d=9); print(d); d.clear(); print(d)
for f in [lambda:{}|1, lambda:{}|[], lambda:{}.popitem(), lambda:{}.pop(1), lambda:{}.pop(), lambda:dict.fromkeys(), lambda:dict(1,2), lambda:{}[1], lambda:{}.__getitem__('a'), lambda:{}.keys()+[1], lambda:{}.setdefault(), lambda:{}.update(1,2), lambda:{1:2}.items()[0], lambda: {}<{}, lambda: {}.get([]), lambda: {[]:1}, lambda: iter({}).__next__()]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
d={1:1,2:2}
try:
    for x in d: d[x+10]=1
except RuntimeError as e: print(e)
try:
    for x in d: del d[x]
except RuntimeError as e: print(e)
s={1,2}
try:
    for x in s: s.add(x+10)
except RuntimeError as e: print(e)
print({1:'a',1.0:'b',True:'c'}, {(1,2):3}, {None:1}, {1:{2:{3:4}}}, d.__len__(), d.__contains__(1), {}.__class__, {'a':1}.__eq__({'a':1}), {'b':1,'a':2}=={'a':2,'b':1})
class D(dict):
    def __missing__(self,k): return k*2
    def __setitem__(self,k,v): super().__setitem__(k,v+1)
x=D(a=1); x['b']=1; print(x, x['q'], x.get('q'), 'q' in x, type(x.copy()), isinstance(x,dict), len(x), list(x), x=={'a':1,'b':2})
l=[]; l.append(l); print(l); q={}; q['s']=q; print(q); t=(l,); print(t)
