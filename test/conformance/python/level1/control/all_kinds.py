for i in range(3):
    if i==1: break
else: print('no')
for i in []: pass
else: print('else')
while 0: pass
else: print('welse')
n=0
while True:
    n+=1
    if n<3: continue
    break
print(n,i)
for i in range(2):
    for j in range(2):
        if j: break
    else: continue
    print(i,j)
print(1<2<3, 1<3<2, 1==1.0==True, 1 is 1, not 1, 1 if 0 else 2, 0 or [] or 'x', 1 and 2 and 3, None or 0, 3>2>=2!=1, 'a'<'b'<'c', 1 in [1] == True)
def f(x):
    print('f',x); return x
print(f(1)<f(0)<f(5)); print(f(0) and f(1) or f(2))
x=5 if True else 1/0; print(x)
if 1: print('a'); print('b')
elif 2: pass
s='''a
b\
c'''
print(repr(s), 'a' 'b' "c", r'\n', R"\d", u'x', b'a' b'\x00', rb'\x', Rb'\q', f'{1}' 'b' f'{2}', '\x41\u00e9\U0001F600\101\0'.encode(), '\
cont')
print(1_000, 0x_ff, 0b1_0, 0o17, 1e3, 1_0.0_1, .5, 5., 1e-3, 0xFFFFFFFFFFFFFFFFFFFF, 00, 1E5)
x = (1 +
  2); y=[1,
2,]; print(x,y); z=1;w=2;print(z,w)
é=1; print(é); 名=2; print(名)
def g(a,/,b,*,c): return a,b,c
print(g(1,b=2,c=3)); print(g(1,2,c=3))
for args,kw in [((),{}),((1,),{}),((1,2,3),{}),((1,2),{}),((1,2),{'c':1,'d':2}),((),{'a':1,'b':2,'c':3}),((1,2),{'b':1,'c':1}),((1,2,3),{'c':1})]:
    try: print(g(*args,**kw))
    except TypeError as e: print(e)
def h(a,b=1,c=2,*,d,e,f=3): pass
for args,kw in [((),{}),((1,2,3,4),{}),((1,2,3,4,5),{'d':1}),((1,),{'d':1}),((1,),{'d':1,'e':2,'x':1}),((1,),{'z':1})]:
    try: print(h(*args,**kw))
    except TypeError as e: print(e)
def k(): pass
try: k(1)
except TypeError as e: print(e)
try: k(1,2)
except TypeError as e: print(e)
try: k(a=1)
except TypeError as e: print(e)
class C:
    def m(self,a): pass
for c in [lambda:C().m(),lambda:C().m(1,2),lambda:C.m(),lambda:C(1),lambda:C.m(1), lambda: C().m(b=1)]:
    try: print(c())
    except TypeError as e: print(e)
