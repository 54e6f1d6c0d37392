# Names of the types that have no name of their own.


class SimpleNamespace:
    """An object with the attributes it is given.

    >>> types.SimpleNamespace(a=1, b='x')
    namespace(a=1, b='x')
    """

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return '%s(%s)' % ('namespace' if type(self) is SimpleNamespace else type(self).__name__,
                           ', '.join('%s=%r' % pair for pair in self.__dict__.items()))

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


FunctionType = LambdaType = type(lambda: None)
BuiltinFunctionType = type(len)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GeneratorType = type((lambda: (yield))())
MethodType = type(SimpleNamespace().__init__)
