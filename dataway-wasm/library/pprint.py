# Values in lines that are not too long.
import io


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    r"""Prints a value, one item a line when it does not fit.

    >>> import io
    >>> out = io.StringIO()
    >>> pprint.pprint([1, 2], out)
    >>> out.getvalue()
    '[1, 2]\n'
    """
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    r"""pprint that leaves dicts in their order.

    >>> import io
    >>> out = io.StringIO()
    >>> pprint.pp([1, 2], out)
    >>> out.getvalue()
    '[1, 2]\n'
    """
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """What pprint prints, as text.

    >>> pprint.pformat([1, 2])
    '[1, 2]'
    """
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    """repr, also of what contains itself.

    >>> pprint.saferepr({'b': 1, 'a': 2})
    "{'a': 2, 'b': 1}"
    """
    return PrettyPrinter()._safe(object, set(), None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _SafeKey:
    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    r"""pprint with its settings.

    >>> pprint.PrettyPrinter(width=8).pformat(['abc', 'def'])
    "['abc',\n 'def']"
    """

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort, self._underscore = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        print(self.pformat(object), file=self._stream)

    def pformat(self, object):
        out = io.StringIO()
        self._format(object, out, 0, 0, set(), 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self._safe(object, set(), None, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self._safe(object, set(), None, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe(object, set(context), maxlevels, level)

    def _repr(self, object, context, level):
        text, _, _ = self.format(object, dict.fromkeys(context, 1), self._depth, level)
        return text

    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            kind = type(object)
            show = None
            if isinstance(object, dict) and kind.__repr__ is dict.__repr__:
                show = self._dict
            elif kind.__repr__ is list.__repr__ and isinstance(object, list):
                show = self._list
            elif kind.__repr__ is tuple.__repr__ and isinstance(object, tuple):
                show = self._tuple
            elif kind in (set, frozenset):
                show = self._set
            elif kind is str and object:
                show = self._str
            elif kind is bytes and len(object) > 4:
                show = self._bytes
            elif kind.__name__ == 'OrderedDict':
                show = self._ordered
            elif kind.__name__ in ('defaultdict', 'Counter', 'deque', 'SimpleNamespace'):
                show = getattr(self, '_' + kind.__name__.lower())
            elif hasattr(kind, '__dataclass_fields__') and '__repr__' in kind.__dict__:
                show = self._dataclass
            if show:
                context.add(id(object))
                show(object, out, indent, allowance, context, level + 1)
                context.discard(id(object))
                return
        out.write(text)

    def _dict(self, object, out, indent, allowance, context, level):
        out.write('{' + ' ' * (self._indent - 1))
        items = list(object.items())
        if items:
            if self._sort:
                items.sort(key=lambda pair: _SafeKey(pair[0]))
            self._entries(items, out, indent, allowance + 1, context, level)
        out.write('}')

    def _entries(self, items, out, indent, allowance, context, level):
        indent += self._indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            out.write(text + ': ')
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.write(',\n' + ' ' * indent)

    def _ordered(self, object, out, indent, allowance, context, level):
        if not object:
            out.write(repr(object))
            return
        name = type(object).__name__
        out.write(name + '(')
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.write(')')

    def _list(self, object, out, indent, allowance, context, level):
        out.write('[')
        self._items(object, out, indent, allowance + 1, context, level)
        out.write(']')

    def _tuple(self, object, out, indent, allowance, context, level):
        out.write('(')
        end = ',)' if len(object) == 1 else ')'
        self._items(object, out, indent, allowance + len(end), context, level)
        out.write(end)

    def _set(self, object, out, indent, allowance, context, level):
        if not object:
            out.write(repr(object))
            return
        name = type(object).__name__
        if name == 'set':
            out.write('{')
            end = '}'
        else:
            out.write(name + '({')
            end = '})'
            indent += len(name) + 1
        self._items(sorted(object, key=_SafeKey), out, indent, allowance + len(end), context, level)
        out.write(end)

    def _deque(self, object, out, indent, allowance, context, level):
        out.write('deque(')
        self._format(list(object), out, indent + 6, allowance + 1, context, level)
        out.write(')' if object.maxlen is None else ', maxlen=%d)' % object.maxlen)

    def _counter(self, object, out, indent, allowance, context, level):
        out.write('Counter({')
        self._entries(object.most_common(), out, indent + 8, allowance + 2, context, level)
        out.write('})')

    def _defaultdict(self, object, out, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        indent += len('defaultdict') + 1
        out.write('defaultdict(%s,\n%s' % (factory, ' ' * indent))
        self._dict(object, out, indent, allowance + 1, context, level)
        out.write(')')

    def _simplenamespace(self, object, out, indent, allowance, context, level):
        name = 'namespace' if type(object).__name__ == 'SimpleNamespace' else type(object).__name__
        out.write(name + '(')
        self._fields(list(object.__dict__.items()), out, indent + len(name) + 1, allowance, context, level)
        out.write(')')

    def _dataclass(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.write(name + '(')
        fields = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values() if f.repr]
        self._fields(fields, out, indent + len(name) + 1, allowance, context, level)
        out.write(')')

    def _fields(self, items, out, indent, allowance, context, level):
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            out.write(key + '=')
            if id(value) in context:
                out.write('...')
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.write(',\n' + ' ' * indent)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.write((self._indent - 1) * ' ')
        between = ',\n' + ' ' * indent
        before = ''
        width = room = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                w = len(text) + 2
                if width < w:
                    width = room
                    if before:
                        before = between
                if width >= w:
                    width -= w
                    out.write(before + text)
                    before = ', '
                    continue
            out.write(before)
            before = between
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _str(self, object, out, indent, allowance, context, level):
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = room = self._width - indent
        text = ''
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            parts = _words(line)
            room_now = room
            current = ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    room_now -= allowance
                if len(repr(candidate)) > room_now:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.write(text)
            return
        if level == 1:
            out.write('(')
        out.write(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            out.write(')')

    def _bytes(self, object, out, indent, allowance, context, level):
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            out.write('(')
        between = ''
        width = self._width - indent
        current = b''
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            part = object[i:i + 4]
            candidate = current + part
            if i == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    out.write(between + repr(current))
                    between = '\n' + ' ' * indent
                current = part
            else:
                current = candidate
        if current:
            out.write(between + repr(current))
        if parens:
            out.write(')')

    def _safe(self, object, context, maxlevels, level):
        """The text of a value, whether it can be read back, whether it contains itself."""
        kind = type(object)
        if kind in (str, bytes, bytearray, float, bool, type(None), complex):
            return repr(object), True, False
        if kind is int:
            return ('%s' % format(object, '_d') if self._underscore else repr(object)), True, False
        isdict = isinstance(object, dict) and kind.__repr__ is dict.__repr__
        if not isdict and not (isinstance(object, (list, tuple)) and kind.__repr__ in (list.__repr__, tuple.__repr__)):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        if not object:
            return '{}' if isdict else '[]' if isinstance(object, list) else '()', True, False
        if maxlevels and level >= maxlevels:
            return ('{...}' if isdict else '[...]' if isinstance(object, list) else '(...)'), False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context.add(id(object))
        readable, recursive, parts = True, False, []
        if isdict:
            items = sorted(object.items(), key=lambda pair: _SafeKey(pair[0])) if self._sort else object.items()
            for key, value in items:
                k, kr, kc = self.format(key, context, maxlevels, level + 1)
                v, vr, vc = self.format(value, context, maxlevels, level + 1)
                parts.append('%s: %s' % (k, v))
                readable = readable and kr and vr
                recursive = recursive or kc or vc
            shape = '{%s}'
        else:
            shape = '[%s]' if isinstance(object, list) else '(%s,)' if len(object) == 1 else '(%s)'
            for item in object:
                text, r, c = self.format(item, context, maxlevels, level + 1)
                parts.append(text)
                readable = readable and r
                recursive = recursive or c
        context.discard(id(object))
        return shape % ', '.join(parts), readable, recursive


def _recursion(object):
    return '<Recursion on %s with id=%s>' % (type(object).__name__, id(object))


def _words(line):
    """Runs of text with the white space behind them."""
    parts = []
    current = ''
    for i, c in enumerate(line):
        if current and not c.isspace() and current[-1].isspace():
            parts.append(current)
            current = ''
        current += c
    if current:
        parts.append(current)
    return parts
