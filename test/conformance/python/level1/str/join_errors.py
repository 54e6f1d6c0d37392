# join() of what is no iterable, or fails while it makes its iterator.
class Bad:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


class Items:
    def __getitem__(self, i):
        if i < 3:
            return 'abc'[i]
        raise IndexError


for value in (5, None, slice(1), object(), len, Bad(TypeError('x')), Bad(ValueError('x')), Items(), 1.5, int):
    for sep in ('-', b'-'):
        try:
            print(sep.join(value))
        except Exception as e:
            print(type(e).__name__, e)
