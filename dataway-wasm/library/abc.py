# Abstract base classes: a class with abstract methods cannot be made an instance of.


def abstractmethod(funcobj):
    """Marks a method that every class to be used must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _abstract_names(cls):
    names = []
    for base in reversed(cls.__mro__):
        for name, value in base.__dict__.items():
            if getattr(value, '__isabstractmethod__', False) or getattr(getattr(value, 'fget', None), '__isabstractmethod__', False):
                if name not in names:
                    names.append(name)
            elif name in names:
                names.remove(name)
    return sorted(names)


class ABC:
    def __new__(cls, *args, **kwargs):
        names = _abstract_names(cls)
        if names:
            raise TypeError("Can't instantiate abstract class %s with abstract method%s %s"
                            % (cls.__name__, '' if len(names) == 1 else 's', ', '.join(names)))
        return super().__new__(cls)


class ABCMeta(type):
    def __call__(cls, *args, **kwargs):
        names = _abstract_names(cls)
        if names:
            raise TypeError("Can't instantiate abstract class %s with abstract method%s %s"
                            % (cls.__name__, '' if len(names) == 1 else 's', ', '.join(names)))
        return type.__call__(cls, *args, **kwargs)
