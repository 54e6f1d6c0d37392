import itertools as it
print(it.count(5), it.repeat(1), it.repeat('a',3), it.count(1,2), it.count(1.5))
print(type(it.chain()), type(it.cycle([1])), type(it.islice([1],1)))
print(list(it.islice(it.cycle('ab'),5)), list(it.chain.from_iterable(['ab','c'])))
print(list(it.accumulate([1,2,3])), list(it.accumulate([1,2,3],lambda a,b:a*b,initial=10)))
print(list(it.combinations('abc',2)), list(it.permutations('abc',2))[:3], list(it.product('ab',repeat=2)), list(it.combinations_with_replacement('ab',2)))
print([(k,list(g)) for k,g in it.groupby('aabbc')])
print(list(it.zip_longest('ab','xyz',fillvalue='-')), list(it.starmap(pow,[(2,3)])), list(it.takewhile(lambda x:x<3,[1,2,3,1])), list(it.dropwhile(lambda x:x<3,[1,2,3,1])), list(it.filterfalse(None,[0,1])), list(it.compress('abc',[1,0,1])), list(it.pairwise('abc')))
a,b=it.tee([1,2,3]); print(list(a),list(b))
for f in [lambda:it.islice([1]), lambda:it.islice([1],-1), lambda:it.count('a'), lambda:it.zip_longest([1],bad=1), lambda:it.combinations([1],-1), lambda:it.cycle(1), lambda:it.repeat(), lambda:it.accumulate(1), lambda:it.starmap(1,2), lambda: it.product([1],repeat=-1), lambda: it.tee([1],-1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
