# What functions and classes are made of.
import functools
import types


class _empty:
    pass


_empty.__qualname__ = 'Signature.empty'


class _Kind(int):
    def __new__(cls, number, name, description):
        made = int.__new__(cls, number)
        made.name = name
        made.description = description
        return made

    def __str__(self): return self.name
    def __repr__(self): return '<_ParameterKind.%s: %d>' % (self.name, int(self))


_KINDS = [_Kind(0, 'POSITIONAL_ONLY', 'positional-only'), _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword'),
          _Kind(2, 'VAR_POSITIONAL', 'variadic positional'), _Kind(3, 'KEYWORD_ONLY', 'keyword-only'),
          _Kind(4, 'VAR_KEYWORD', 'variadic keyword')]


class Parameter:
    """A parameter of a signature.

    >>> inspect.Parameter('a', inspect.Parameter.KEYWORD_ONLY, default=1)
    <Parameter "a=1">
    """

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, _KINDS[kind], default, annotation

    def replace(self, **changes):
        return Parameter(**{'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation, **changes})

    def __str__(self):
        text = {2: '*', 4: '**'}.get(int(self.kind), '') + self.name
        if self.annotation is not _empty:
            text += ': ' + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (' = ' if self.annotation is not _empty else '=') + repr(self.default)
        return text

    def __repr__(self): return '<Parameter "%s">' % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (
            other.name, other.kind, other.default, other.annotation)

    def __hash__(self): return hash((self.name, int(self.kind)))


class BoundArguments:
    """Arguments by the parameters that take them.

    >>> inspect.signature(lambda a, b=2: 0).bind(1).arguments
    {'a': 1}
    """

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        found = []
        for name, p in self.signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            if p.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        taken = len(self.args)
        found = {}
        for i, (name, p) in enumerate(self.signature.parameters.items()):
            if name not in self.arguments:
                continue
            if p.kind == 4:
                found.update(self.arguments[name])
            elif p.kind == 3 or p.kind < 2 and i >= taken:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        full = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif p.default is not _empty:
                full[name] = p.default
            elif p.kind == 2:
                full[name] = ()
            elif p.kind == 4:
                full[name] = {}
        self.arguments = full

    def __repr__(self):
        return '<BoundArguments (%s)>' % ', '.join('%s=%r' % pair for pair in self.arguments.items())


class Signature:
    """The parameters of a function and what it returns.

    >>> str(inspect.signature(lambda a, *, b=2: 0))
    '(a, *, b=2)'
    """

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is None else return_annotation)

    def _bind(self, args, kwargs, partial):
        found = {}
        rest = list(args)
        named = dict(kwargs)
        keywords = None
        for name, p in self.parameters.items():
            if p.kind == 2:
                if rest:
                    found[name] = tuple(rest)
                rest = []
            elif p.kind == 4:
                keywords = name
            elif p.kind < 2 and rest:
                if name in named and p.kind == 1:
                    raise TypeError('multiple values for argument %r' % name)
                found[name] = rest.pop(0)
            elif p.kind != 0 and name in named:
                found[name] = named.pop(name)
            elif p.default is _empty and not partial:
                raise TypeError('missing a required argument: %r' % name)
        if rest:
            raise TypeError('too many positional arguments')
        if named:
            if keywords is None:
                raise TypeError('got an unexpected keyword argument %r' % next(iter(named)))
            found[keywords] = named
        return BoundArguments(self, found)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __str__(self):
        parts = []
        slash = star = False
        kinds = [int(p.kind) for p in self.parameters.values()]
        for i, p in enumerate(self.parameters.values()):
            if p.kind == 3 and not star and 2 not in kinds:
                parts.append('*')
                star = True
            parts.append(str(p))
            if p.kind == 0 and (i + 1 == len(kinds) or kinds[i + 1] != 0):
                parts.append('/')
        text = '(%s)' % ', '.join(parts)
        if self.return_annotation is not _empty:
            text += ' -> ' + formatannotation(self.return_annotation)
        return text

    def __repr__(self): return '<Signature %s>' % self

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.items()) == list(other.parameters.items()) \
            and self.return_annotation == other.return_annotation


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type) and not hasattr(annotation, '__args__'):
        return annotation.__qualname__ if annotation.__module__ in ('builtins', base_module) else annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation).replace('typing.', '')


def signature(obj, *, follow_wrapped=True):
    """The signature of a function, method or class.

    >>> str(inspect.signature(lambda a, *b, c=1: 0))
    '(a, *b, c=1)'
    """
    if not callable(obj):
        raise TypeError('%r is not a callable object' % (obj,))
    if follow_wrapped:
        obj = unwrap(obj)
    if getattr(obj, '__signature__', None) is not None:
        return obj.__signature__
    if ismethod(obj):
        full = signature(obj.__func__)
        return full.replace(parameters=list(full.parameters.values())[1:])
    if isinstance(obj, type):
        for name in ('__new__', '__init__'):
            method = getattr(obj, name, None)
            if isfunction(method):
                full = signature(method)
                return Signature(list(full.parameters.values())[1:])
        if obj.__module__ == 'builtins':
            raise ValueError('no signature found for builtin type %r' % obj)
        return Signature()
    if not isfunction(obj):
        if hasattr(obj, 'func') and hasattr(obj, 'keywords'):
            return _of_partial(obj)
        if isbuiltin(obj) or not hasattr(type(obj), '__call__') or not isfunction(type(obj).__call__):
            raise ValueError('no signature found for builtin %r' % (obj,))
        full = signature(type(obj).__call__)
        return full.replace(parameters=list(full.parameters.values())[1:])
    code = obj.__code__
    names = code.co_varnames
    annotations = obj.__annotations__
    defaults = obj.__defaults__ or ()
    keyword_defaults = obj.__kwdefaults__ or {}
    count, keyword_only = code.co_argcount, code.co_kwonlyargcount
    found = []

    def add(name, kind, default=_empty):
        found.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        add(name, 0 if i < code.co_posonlyargcount else 1, defaults[at] if at >= 0 else _empty)
    at = count + keyword_only
    if code.co_flags & 4:
        add(names[at], 2)
        at += 1
    for name in names[count:count + keyword_only]:
        add(name, 3, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[at], 4)
    return Signature(found, return_annotation=annotations.get('return', _empty))


def _of_partial(obj):
    full = list(signature(obj.func).parameters.values())
    left = len(obj.args)
    found = []
    named = False
    for p in full:
        if p.kind < 2 and left:
            left -= 1
            continue
        if p.name in obj.keywords:
            p = p.replace(default=obj.keywords[p.name], kind=3)
            named = True
        elif named and p.kind == 1:
            p = p.replace(kind=3)
        found.append(p)
    return Signature(found)


def getfullargspec(func):
    from collections import namedtuple
    spec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')
    parameters = signature(func).parameters.values()
    one = lambda kind: next((p.name for p in parameters if p.kind == kind), None)
    defaults = tuple(p.default for p in parameters if p.kind < 2 and p.default is not _empty)
    keyword = {p.name: p.default for p in parameters if p.kind == 3 and p.default is not _empty}
    return spec([p.name for p in parameters if p.kind < 2], one(2), one(4), defaults or None,
                [p.name for p in parameters if p.kind == 3], keyword or None, dict(func.__annotations__))


def unwrap(func, *, stop=None):
    """The function that decorators have wrapped.

    >>> import functools
    >>> inspect.unwrap(functools.wraps(len)(lambda v: 0))
    <built-in function len>
    """
    while hasattr(func, '__wrapped__') and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def isclass(object):
    """Whether it is a class.

    >>> inspect.isclass(int)
    True
    """
    return isinstance(object, type)


CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 4, 8, 32, 128, 512


def _has_flag(obj, flag):
    while ismethod(obj) or isinstance(obj, functools.partial):
        obj = obj.__func__ if ismethod(obj) else obj.func
    return isfunction(obj) and bool(obj.__code__.co_flags & flag)


def isfunction(object):
    """Whether it is a function of a script.

    >>> inspect.isfunction(lambda: 0)
    True
    """
    return isinstance(object, types.FunctionType)


def ismethod(object): return isinstance(object, types.MethodType)
def ismodule(object): return isinstance(object, types.ModuleType)
def isbuiltin(object): return isinstance(object, types.BuiltinFunctionType)
def isgenerator(object): return isinstance(object, types.GeneratorType)
def isgeneratorfunction(obj): return _has_flag(obj, CO_GENERATOR)
def iscoroutinefunction(obj): return _has_flag(obj, CO_COROUTINE)
def isasyncgenfunction(obj): return _has_flag(obj, CO_ASYNC_GENERATOR)
def iscoroutine(object): return isinstance(object, types.CoroutineType)
def isasyncgen(object): return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """Whether `await` can wait for it.

    >>> inspect.isawaitable(5)
    False
    """
    return hasattr(type(object), '__await__')


def iscode(object): return isinstance(object, types.CodeType)
def istraceback(object): return isinstance(object, types.TracebackType)
def isroutine(object): return isbuiltin(object) or isfunction(object) or ismethod(object)
def isabstract(object): return isclass(object) and bool(getattr(object, '__abstractmethods__', None))
def isdatadescriptor(object): return not isclass(object) and (hasattr(type(object), '__set__') or hasattr(type(object), '__delete__'))
def ismethoddescriptor(object): return not isclass(object) and not isroutine(object) and hasattr(type(object), '__get__') and not isdatadescriptor(object)


def getmembers(object, predicate=None):
    """Names and values of the attributes, by name.

    >>> inspect.iscode((lambda: 0).__code__)
    True

    >>> inspect.istraceback(5)
    False

    >>> inspect.isroutine(len)
    True

    >>> inspect.isabstract(int)
    False

    >>> inspect.isdatadescriptor(property())
    True

    >>> inspect.ismethoddescriptor(5)
    False

    >>> class A: n = 5
    >>> [name for name, value in inspect.getmembers(A) if value == 5]
    ['n']
    """
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls): return cls.__mro__


def getdoc(object):
    """The documentation of an object, without the indentation.

    >>> inspect.getmro(bool)
    (<class 'bool'>, <class 'int'>, <class 'object'>)

    >>> class A: 'What it is.'
    >>> inspect.getdoc(A)
    'What it is.'
    """
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    r"""A docstring without the indentation.

    >>> inspect.cleandoc('a\n    b')
    'a\nb'
    """
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getmodule(object):
    import sys
    return sys.modules.get(getattr(object, '__module__', None))


def getattr_static(obj, attr, default=_empty):
    places = [obj.__dict__] if hasattr(obj, '__dict__') else []
    for cls in (obj.__mro__ if isclass(obj) else type(obj).__mro__):
        places.append(cls.__dict__)
    for place in places:
        if attr in place:
            return place[attr]
    if default is not _empty:
        return default
    raise AttributeError(attr)


def getgeneratorstate(generator):
    if generator.gi_running:
        return 'GEN_RUNNING'
    return 'GEN_CLOSED' if generator.gi_frame is None else 'GEN_SUSPENDED'


def getsource(object):
    raise OSError('could not get source code')


def currentframe():
    return None
