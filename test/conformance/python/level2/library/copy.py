import copy
a=[1,[2,3],{'a':(1,[2])}]; b=copy.deepcopy(a); b[1].append(4); print(a,b, copy.copy(a)[1] is a[1])
class C:
    def __init__(s): s.x=[1]
c=C(); d=copy.copy(c); e=copy.deepcopy(c); print(d.x is c.x, e.x is c.x, e.x)
r=[1]; r.append(r); s=copy.deepcopy(r); print(s[1] is s)
class D:
    def __copy__(s): return 'cp'
    def __deepcopy__(s,m): return 'dc'
print(copy.copy(D()),copy.deepcopy([D()]))
