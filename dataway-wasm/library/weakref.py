# References that would not keep an object: here nothing goes before the script ends, so all of them stay alive.

__all__ = ['ref', 'proxy', 'WeakKeyDictionary', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize', 'getweakrefcount',
           'getweakrefs', 'ReferenceType']

_without = (int, float, str, bytes, tuple, list, dict, bool, complex, type(None), range, slice, bytearray)
_known = {}


class ReferenceType:
    """A reference: calling it gives the object.

    >>> class A: pass
    >>> a = A()
    >>> weakref.ref(a)() is a
    True
    """

    __typename__ = 'weakref.ReferenceType'

    def __new__(cls, object, callback=None, /):
        if type(object) in _without:
            raise TypeError("cannot create weak reference to '%s' object" % type(object).__name__)
        if cls is ReferenceType and callback is None and id(object) in _known:
            return _known[id(object)]
        self = cls.__base__.__new__(cls) if cls is ReferenceType else ReferenceType.__base__.__new__(cls)
        self._object = object
        self.__callback__ = callback
        if cls is ReferenceType and callback is None:
            _known[id(object)] = self
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return self._object == other._object if isinstance(other, ReferenceType) else NotImplemented

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        return "<weakref at 0x%x; to '%s' at 0x%x>" % (id(self), type(self._object).__name__, id(self._object))


ref = ReferenceType


def proxy(object, callback=None, /):
    """An object that stands for another: here the object itself.

    >>> class A: n = 1
    >>> weakref.proxy(A()).n
    1
    """
    if type(object) in _without:
        raise TypeError("cannot create weak reference to '%s' object" % type(object).__name__)
    return object


def getweakrefcount(object, /):
    """How many references there are, 0 or 1.

    >>> weakref.getweakrefcount(5)
    0
    """
    return int(id(object) in _known)


def getweakrefs(object, /):
    """The references there are.

    >>> weakref.getweakrefs(5)
    []
    """
    return [_known[id(object)]] if id(object) in _known else []


class WeakMethod(ReferenceType):
    pass


class WeakValueDictionary(dict):
    """A dict whose values would not be kept.

    >>> class A: pass
    >>> weakref.WeakValueDictionary(a=A())['a'].__class__.__name__
    'A'
    """

    def __repr__(self):
        return '<%s at 0x%x>' % (type(self).__name__, id(self))

    def valuerefs(self):
        return [ref(value) for value in self.values()]


class WeakKeyDictionary(dict):
    """A dict whose keys would not be kept.

    >>> class A: ...
    >>> a = A()
    >>> weakref.WeakKeyDictionary({a: 1})[a]
    1
    """

    def __repr__(self):
        return '<%s at 0x%x>' % (type(self).__name__, id(self))

    def keyrefs(self):
        return [ref(key) for key in self]


class WeakSet(set):
    """A set whose items would not be kept.

    >>> class A: ...
    >>> a = A()
    >>> a in weakref.WeakSet([a])
    True
    """

    def __repr__(self):
        return '{%s}' % ', '.join(map(repr, self))


class finalize:
    """Calls a function when it is called itself: no object goes before the script ends.

    >>> weakref.finalize(object, lambda: 5)()
    5
    """

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = obj, func, args, kwargs
        self.atexit = True

    @property
    def alive(self):
        return self._call is not None

    def __call__(self, _=None):
        call = self.detach()
        if call is not None:
            return call[1](*call[2], **call[3])

    def peek(self):
        return self._call

    def detach(self):
        call, self._call = self._call, None
        return call
