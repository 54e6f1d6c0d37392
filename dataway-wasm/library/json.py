# JSON text. Reading and writing are native; this is their face, and the classes that people derive from.

import _json
from _json import JSONDecodeError

__all__ = ['dumps', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


class JSONEncoder:
    """How values become JSON; override `default` for more types.

    >>> json.JSONEncoder(sort_keys=True).encode({'b': 1, 'a': 2})
    '{"a": 2, "b": 1}'
    """

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError('Object of type %s is not JSON serializable' % type(o).__name__)

    def encode(self, o):
        return _dumps(o, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.indent,
                      self.item_separator, self.key_separator, self.default, self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        return iter([self.encode(o)])


def _dumps(o, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item, key, default, sort_keys):
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _json.dumps(o, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item, key, default, sort_keys)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    r"""A value as JSON text.

    >>> json.dumps({'a': [1, True, None]})
    '{"a": [1, true, null]}'
    >>> json.dumps({'名': 1}, ensure_ascii=False, indent=2)
    '{\n  "名": 1\n}'
    """
    if cls is not None:
        return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                   indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)
    if kw:
        raise TypeError("JSONEncoder.__init__() got an unexpected keyword argument %r" % (next(iter(kw)),))
    if separators is None:
        item, key = (', ' if indent is None else ','), ': '
    else:
        item, key = separators
    return _dumps(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item, key, default, sort_keys)


def dump(obj, fp, **kw):
    """Writes a value as JSON into something with `write`.

    >>> import io
    >>> out = io.StringIO()
    >>> json.dump([1], out)
    >>> out.getvalue()
    '[1]'
    """
    fp.write(dumps(obj, **kw))


class JSONDecoder:
    """How JSON becomes values.

    >>> json.JSONDecoder().decode('[1]')
    [1]
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        if not self.strict:
            s = _lenient(s)
        hooks = (self.object_hook, self.object_pairs_hook, self.parse_int, self.parse_float, self.parse_constant)
        return _json.loads(s, None if hooks == (None, None, None, None, None) else hooks)

    def raw_decode(self, s, idx=0):
        """The value that a text begins with, and where it ends.

        >>> json.JSONDecoder().raw_decode('[1] and more')
        ([1], 3)
        """
        end = _value_end(s, idx)
        return self.decode(s[idx:end]), end


def _lenient(s):
    """Control characters inside of strings as escapes."""
    made, inside, at = [], False, 0
    while at < len(s):
        c = s[at]
        if inside and c == '\\':
            c = s[at:at + 2]
        elif c == '"':
            inside = not inside
        elif inside and c < ' ':
            made.append('\\u%04x' % ord(c))
            at += 1
            continue
        made.append(c)
        at += len(c)
    return ''.join(made)


def _value_end(s, at):
    depth = 0
    start = at
    while at < len(s):
        c = s[at]
        if c == '"':
            at += 1
            while at < len(s) and s[at] != '"':
                at += 2 if s[at] == '\\' else 1
        elif c in '[{':
            depth += 1
        elif c in ']}':
            depth -= 1
        elif not depth:
            while at < len(s) and s[at] not in ' \t\n\r,]}':
                at += 1
            if at == start:
                raise JSONDecodeError('Expecting value', s, at)
            return at
        at += 1
        if not depth:
            return at
    if at == start:
        raise JSONDecodeError('Expecting value', s, at)
    return at


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None,
          **kw):
    """The value of JSON text or bytes.

    >>> json.loads('{"a": [1, true, null]}')
    {'a': [1, True, None]}
    >>> json.loads('1.10', parse_float=str)
    '1.10'
    """
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            error = JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)')
            error.msg = 'Unexpected UTF-8 BOM (decode using utf-8-sig)'
            error.doc = s
            error.pos = 0
            error.lineno = error.colno = 1
            raise error
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(_encoding(s), 'surrogatepass')
    else:
        raise TypeError('the JSON object must be str, bytes or bytearray, not ' + type(s).__name__)
    if cls is not None:
        return cls(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                   object_pairs_hook=object_pairs_hook, **kw).decode(s)
    if kw:
        return JSONDecoder(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                           object_pairs_hook=object_pairs_hook, **kw).decode(s)
    if object_hook is parse_float is parse_int is parse_constant is object_pairs_hook is None:
        return _json.loads(s, None)
    return _json.loads(s, (object_hook, object_pairs_hook, parse_int, parse_float, parse_constant))


def load(fp, **kw):
    """The value of the JSON that `read()` gives.

    >>> import io
    >>> json.load(io.StringIO('[1]'))
    [1]
    """
    return loads(fp.read(), **kw)


def _encoding(b):
    if b.startswith((b'\xff\xfe\0\0', b'\0\0\xfe\xff')):
        return 'utf-32'
    if b.startswith((b'\xff\xfe', b'\xfe\xff')):
        return 'utf-16'
    if b.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    if len(b) >= 4:
        if not b[0]:
            return 'utf-16-be' if b[1] else 'utf-32-be'
        if not b[1]:
            return 'utf-16-le' if b[2] or b[3] else 'utf-32-le'
    elif len(b) == 2:
        if not b[0]:
            return 'utf-16-be'
        if not b[1]:
            return 'utf-16-le'
    return 'utf-8'
