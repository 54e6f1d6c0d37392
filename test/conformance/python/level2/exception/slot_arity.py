# What methods that operators call say about a wrong number of arguments.
def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)


for f in ((5).__add__, 'a'.__len__, 'a'.__getitem__, [1].__getitem__, [1].__len__, {}.__getitem__, {}.__len__, {}.__contains__,
          [].__contains__, set().__contains__, (1,).__len__, (1).__neg__, 1.5 .__abs__, {}.__setitem__, [].__setitem__, [].__delitem__,
          'a'.__eq__, 'a'.__repr__, 'a'.__str__, (1).__round__, 'a'.__mul__, b'a'.__add__, bytearray().__setitem__):
    t(f)
    t(f, 1, 2, 3)
t((5).__add__, x=1)
t('a'.__len__, x=1)
t([].__init__, 1, 2)
t({}.__init__, 1, 2)
t(set().__init__, 1, 2)
t((5).__pow__)
t(int.__add__)
t(int.__add__, 1)
t(str.__len__, 1)
