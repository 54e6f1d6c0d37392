# Shallow and deep copies.


import sys
from types import MethodType


class Error(Exception):
    pass


error = Error

_atomic = (type(None), int, float, bool, complex, str, bytes, range, slice, type, property, type(len), type(lambda: 0), type(...),
           type(NotImplemented))
_unfit = (type(_ for _ in ()), type(sys))


def copy(x):
    """A shallow copy: the items are the same objects.

    >>> copy.copy([1, [2]])
    [1, [2]]
    """
    cls = type(x)
    if cls in _atomic or cls is MethodType or isinstance(x, type):
        return x
    if hasattr(cls, '__copy__'):
        return x.__copy__()
    if cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    return _rebuild(x, lambda value: value)


def deepcopy(x, memo=None):
    """A copy of everything inside too.

    >>> (lambda a: copy.deepcopy(a)[0] is a[0])([[1]])
    False
    """
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    if hasattr(cls, '__deepcopy__'):
        made = x.__deepcopy__(memo)
    elif cls is list:
        made = memo[key] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = memo[key] = {}
        for k, value in x.items():
            made[deepcopy(k, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        made = memo.get(key)
        if made is None:
            made = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls is MethodType:
        made = MethodType(x.__func__, deepcopy(x.__self__, memo))
    elif cls in (set, frozenset):
        made = cls(deepcopy(item, memo) for item in x)
    elif cls is bytearray:
        made = x.copy()
    else:
        made = _rebuild(x, lambda value: deepcopy(value, memo), memo)
    memo[key] = made
    return made


def _reduced(x, parts, each, memo):
    """What `__reduce__` says: a function, its arguments, and the state, items and entries of what it gives."""
    if isinstance(parts, str):
        return x
    make, args, state, items, entries = (tuple(parts) + (None, None, None))[:5]
    made = make(*(each(a) for a in args))
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        state = each(state)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
                for name, value in (slots or {}).items():
                    setattr(made, name, value)
            made.__dict__.update(state or {})
    for item in items or ():
        made.append(each(item))
    for key, value in entries or ():
        made[each(key)] = each(value)
    return made


def _rebuild(x, each, memo=None):
    cls = type(x)
    if hasattr(cls, '__reduce_ex__'):
        return _reduced(x, x.__reduce_ex__(4), each, memo)
    if hasattr(cls, '__reduce__'):
        return _reduced(x, x.__reduce__(), each, memo)
    if isinstance(x, _unfit):
        raise TypeError("cannot pickle '%s' object" % cls.__name__)
    if hasattr(cls, '__getnewargs_ex__') or hasattr(cls, '__getnewargs__') and not isinstance(x, tuple):
        args, kwargs = x.__getnewargs_ex__() if hasattr(cls, '__getnewargs_ex__') else (x.__getnewargs__(), {})
        made = cls.__new__(cls, *map(each, args), **{key: each(value) for key, value in kwargs.items()})
    elif isinstance(x, tuple):
        made = tuple.__new__(cls, [each(item) for item in x])
    elif isinstance(x, (int, float, str, bytes)):
        made = cls.__new__(cls, x)
    elif isinstance(x, frozenset):
        made = cls.__new__(cls, [each(item) for item in x])
    elif hasattr(x, '__dict__') or hasattr(cls, '__slots__') or isinstance(x, (list, dict, set)):
        made = cls.__new__(cls)
    else:
        return x
    if memo is not None:
        memo[id(x)] = made
    if isinstance(x, list):
        made.extend([each(item) for item in x])
    elif isinstance(x, dict):
        for key, value in x.items():
            dict.__setitem__(made, each(key), each(value))
    elif isinstance(x, set):
        made.update([each(item) for item in x])
    if hasattr(cls, '__setstate__'):
        state = x.__getstate__() if hasattr(cls, '__getstate__') else x.__dict__
        made.__setstate__(each(state))
        return made
    if '__getstate__' in dir(cls) and hasattr(made, '__dict__'):
        made.__dict__.update(each(x.__getstate__()) or {})
        return made
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name.startswith('__') and not name.endswith('__'):
                name = '_' + base.__name__.lstrip('_') + name
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                object.__setattr__(made, name, each(getattr(x, name)))
    if hasattr(x, '__dict__'):
        for name, value in x.__dict__.items():
            made.__dict__[name] = each(value)
    return made
