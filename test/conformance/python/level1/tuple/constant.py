# Tuples of literals are one object in one piece of code.
def show(f):
    print(f())


show(lambda: (1, 2) is (1, 2))
show(lambda: ((1, 2), 'a', (b'x', None)) is ((1, 2), 'a', (b'x', None)))
show(lambda: b'abc' is b'abc')
show(lambda: 100000000000000000000000 is 100000000000000000000000)
show(lambda: (1.0, 2) is (1, 2))
show(lambda: (0.0, 2) is (-0.0, 2))
show(lambda: (True, 2) is (1, 2))
show(lambda: ((1, 2) is (1, 2) and 1))
show(lambda: () is ())
x = 1
print([(x, 2), (1, x)], (1, (2, [3])), ((((1,),),),), (-1, -2.5, ...))
for a in (1, 2), (3, (4, 5)):
    print(a, hash(a) == hash(tuple(list(a))), a in ((1, 2), None))
