l = list(range(10))
print(l[2:5], l[:3], l[7:], l[-3:], l[::2], l[1::3], l[::-1], l[8:2:-2], l[-1:-5:-1], l[5:2], l[20:], l[:-20], l[-20:2], l[::-3])
l[2:5] = ['a', 'b']; print(l)
l[0:0] = [1, 2, 3]; print(l)
l[:] = range(6); print(l)
l[::2] = 'xyz'; print(l)
l[5:1:-2] = [10, 20]; print(l)
l[1:3] = []; print(l)
l[10:] = (7, 8); print(l)
l[3:1] = ['ins']; print(l)
del l[1:3]; print(l)
del l[::2]; print(l)
del l[:]; print(l)
l = list(range(10)); del l[::-3]; print(l)
l = list(range(10)); del l[8:2:-2]; print(l)
l = list(range(5)); l[1:4] = l; print(l)
l = list(range(5)); l[::-1] = l; print(l)
for f in ('l[::2] = [1]', 'l[::0] = []', 'l[0:2] = 5', 'l["a":] = []'):
    l = list(range(5))
    try:
        if f == 'l[::2] = [1]': l[::2] = [1]
        elif f == 'l[::0] = []': l[::0] = []
        elif f == 'l[0:2] = 5': l[0:2] = 5
        else: l["a":] = []
    except (ValueError, TypeError) as e:
        print(f, type(e).__name__, e)
s = slice(1, 5, 2)
l = list(range(10))
print(l[s], s, s.start, s.stop, s.step, slice(3), slice(None, None, -1), s == slice(1, 5, 2), s.indices(3), slice(None).indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10))
try:
    hash(slice(1))
except TypeError as e:
    print(e)
try:
    slice()
except TypeError as e:
    print(e)
try:
    s.start = 5
except AttributeError as e:
    print(e)
i = slice(1, 3)
l[i] = 'Q'; print(l, (1, 2, 3)[i], 'hello'[i], b'hello'[i], range(10)[i])
