# slices are ordered as tuples of their three parts.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a, b = slice(1, 2), slice(1, 3)
show(lambda: (a < b, a <= b, a > b, a >= b, a == b, a != b))
show(lambda: (a < a, a <= a, a > a, a >= a))
show(lambda: slice(1) < slice(2))
show(lambda: slice(None, 'a') < slice(None, 'b'))
show(lambda: slice(1, 2) < (1, 2, None))
show(lambda: max(slice('é', 3.5), slice('f', 2)))
show(lambda: sorted([slice(3, 2, 1), slice(1, 9, 9)]))
