print({3,1,2}, {10,5,1}, set([9,8,7,6,5,4,3,2,1]), {1,2,3}|{0}, {5,1,3}-{1}, {3,1}&{1,3,5}, {2,1}^{3}, frozenset([3,2,1]), {-1,2,-3}, {100,4,36}, {True,False}, {0,-1}, list({4,2,0}), [x for x in {3,2,1}], sum({3,1}), sorted({3,1}), tuple({7,3}), *{2,1})
s={5,3,1}; print(s.pop(), s); s.add(0); print(s); s.discard(3); s.add(3); print(s); s.update([9,8]); print(s)
a,b,c={3,2,1}; print(a,b,c)
for x in {3,1,2}:
    for y in {3,1,2}: print(x,y,end=' ')
print({1.5,2}=={2,1.5}, set(range(20,0,-1)), {x*x for x in range(10)}, set('a'), {x%7 for x in range(50)}, {64,32,16,8}, set(range(30)), {1,33,65}, {i*10 for i in range(10)})
d={1:2,3:4}; print(set(d), d.keys()&{3,1}, d.keys()|{0})
