import operator as op
print(op.add(1,2), op.itemgetter(1)([1,2]), op.itemgetter(0,1)('abc'), op.attrgetter('real')(5), op.methodcaller('upper')('a'))
print(op.attrgetter('a.b'), op.itemgetter(1,2), op.methodcaller('x',1,k=2))
print(op.length_hint([1,2]), op.index(5), op.concat([1],[2]), op.countOf([1,1,2],1), op.indexOf([1,2],2), op.contains([1],1), op.truth([]), op.not_(1), op.is_(None,None), op.__add__(1,2), op.__lt__(1,2), op.neg(1), op.inv(1))
a=[1]; print(op.iadd(a,[2]), a, op.setitem(a,0,9), a, op.getitem(a,slice(0,1)), op.delitem(a,0), a, op.call(len,[1]))
