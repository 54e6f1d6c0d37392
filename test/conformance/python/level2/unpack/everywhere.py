a,*b=1,2,3; print(a,b); *a,b='abc'; print(a,b); a,(b,*c),d=1,(2,3,4),5; print(a,b,c,d); [a,b]=[1,2]; (a),b=b,a; print(a,b)
for a,(b,*c) in [(1,(2,3,4)),(5,(6,))]: print(a,b,c)
print([*range(3),*'ab'],(*[1],2),{*[1,1]},{**{'a':1},'b':2,**{'a':3}})
def f(*a,**k): return a,k
print(f(*[1],2,*(3,4),x=1,**{'y':2},**{'z':3}))
l=[0]*3; i=0; i,l[i]=1,5; print(i,l); l[0],l[1]=l[1],l[0]; print(l)
a=b=c=[]; a.append(1); print(c); a,b=1,2; a,b=b,a+b; print(a,b)
try: a,b=1,2,3
except ValueError as e: print(e)
try: a,b,*c=1,
except ValueError as e: print(e)
try: a,b=5
except TypeError as e: print(e)
d={}; d['a'],d['b']=1,2; print(d); class_=type('X',(),{}); class_.a,class_.b=3,4; print(class_.a)
for d['k'] in range(2): pass
print(d)
x=[1,2,3]; x[1:2]=[7,8,9]; print(x); x[::2]=[0,0,0]; print(x); del x[1:3]; print(x); x[:]=[]; print(x)
try: x=[1,2,3]; x[::2]=[1]
except ValueError as e: print(e)
try: x[0:1]=5
except TypeError as e: print(e)
with_=1; print(with_)
(a:=5); print(a, (b:=a+1), b, [y:=1, y**2], [z for z in range(5) if (w:=z%2)], w)
while (n:=len(x))>1: x.pop()
print(n,x)
a=1,; print(a, (1,)*3, ()+(), 1,)
lst=[1,2,3]; lst+=4,; lst+='ab'; print(lst); t=(1,); t+=(2,); print(t)
try: lst+=5
except TypeError as e: print(e)
try: t=([],); t[0]+=[1]
except TypeError as e: print(e,t)
