print(1 < 2, 2 <= 2, 3 > 4, 3 >= 3, 1 == 1.0, 1 != 1.0, 1 == True, 0 == False)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1 != 2, 1 < 2 > 1)
print(10 ** 20 > 1e19, 10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
print(10 ** 400 > float('inf'), 10 ** 400 < float('inf'), -10 ** 400 < float('-inf'), 1 < float('nan'), 10 ** 30 != float('nan'))
print(1 == '1', 1 != '1', None == 0, [] == 0, 0 == None)
for f in (lambda: 1 < '1', lambda: 1 >= None, lambda: [] < 1, lambda: 1 > {}, lambda: () <= 1):
    try:
        print(f())
    except TypeError as e:
        print('TypeError', e)
def side(x):
    print('side', x)
    return x
print(side(1) < side(0) < side(5))
print(side(1) < side(2) < side(3))
print(1 is 1, None is None, None is not 0, True is True)
