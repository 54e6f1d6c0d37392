for x in (-1, 0, 1, '', 'a', [], [0], None, {}, 0.0):
    if x: print(repr(x), 'true')
    else: print(repr(x), 'false')
def sign(n):
    if n < 0: return 'neg'
    elif n == 0: return 'zero'
    elif n < 10: return 'small'
    else: return 'big'
print([sign(n) for n in (-5, 0, 5, 50)])
print('a' if True else 'b', 'a' if 0 else 'b' if 1 else 'c', (1 if None else 2) + 3)
if 1: print('one')
if 0: print('zero')
elif 1: print('elif')
if True:
    if False: pass
    else:
        print('nested')
if (n := 10) > 5: print(n)
if not (n > 5 and n < 20) or n == 10: print('ok')
x = 5
print(x if x > 3 and x < 10 else None, 1 < x < 10, not x == 5, x in (1, 5), x not in [5], x is not None)
pass; pass
if x == 5: y = 1; z = 2
print(y, z)
while False: pass
else: print('while else')
assert True
assert x == 5, 'message'
try:
    assert x == 6, 'x is ' + str(x)
except AssertionError as e:
    print('AssertionError', e, e.args)
try:
    assert False
except AssertionError as e:
    print('AssertionError', repr(e), e.args)
try:
    assert (), (1, 2)
except AssertionError as e:
    print(e, e.args)
