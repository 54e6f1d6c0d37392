# Abstract base classes: a class with abstract methods cannot be made an instance of; other classes can be registered as
# subclasses.


def abstractmethod(funcobj):
    """Marks a method that every class to be used must define.

    >>> class Shape(abc.ABC):
    ...     @abc.abstractmethod
    ...     def area(self): ...
    >>> sorted(Shape.__abstractmethods__)
    ['area']
    """
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if isinstance(value, property):
        return any(getattr(f, '__isabstractmethod__', False) for f in (value.fget, value.fset))
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, '__isabstractmethod__', False)


def _abstract_names(cls):
    names = []
    for base in reversed(cls.__mro__):
        for name, value in base.__dict__.items():
            if _is_abstract(value):
                if name not in names:
                    names.append(name)
            elif name in names:
                names.remove(name)
    return sorted(names)


class ABCMeta(type):
    """The metaclass of classes with abstract methods.

    >>> class Shape(metaclass=abc.ABCMeta): ...
    >>> type(Shape).__name__
    'ABCMeta'
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = frozenset(_abstract_names(cls))
        cls._abc_registry = []
        return cls

    def __call__(cls, *args, **kwargs):
        names = sorted(cls.__abstractmethods__)
        if names:
            raise TypeError("Can't instantiate abstract class %s with abstract method%s %s"
                            % (cls.__name__, '' if len(names) == 1 else 's', ', '.join(names)))
        return type.__call__(cls, *args, **kwargs)

    def register(cls, subclass):
        """Makes another class count as a subclass.

        >>> class Shape(abc.ABC): ...
        >>> Shape.register(int)
        <class 'int'>
        >>> isinstance(5, Shape)
        True
        """
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry.append(subclass)
        # What counts as a row or a mapping is one for `match` too.
        for mark in ('__match_sequence__', '__match_mapping__'):
            if hasattr(cls, mark) and subclass.__module__ != 'builtins':
                setattr(subclass, mark, True)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        hook = getattr(cls, '__subclasshook__', None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        if cls in subclass.__mro__:
            return True
        for registered in cls._abc_registry:
            if issubclass(subclass, registered):
                return True
        for derived in cls.__subclasses__():
            if issubclass(subclass, derived):
                return True
        return False


class ABC(metaclass=ABCMeta):
    """A class with abstract methods, to be derived from.

    >>> class Shape(abc.ABC): ...
    >>> isinstance(Shape, abc.ABCMeta)
    True
    """

    pass
