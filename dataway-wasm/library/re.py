# Regular expressions. The engine (assembly/modules/re) needs time in proportion to the text whatever the pattern; the price
# is that back-references and conditional groups are errors.

import _re
from _record import make as _make
from _re import first as _first
from _re import group as _group

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE',
           'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag']

_FLAG_NAMES = ((256, 'ASCII'), (2, 'IGNORECASE'), (4, 'LOCALE'), (32, 'UNICODE'), (8, 'MULTILINE'), (16, 'DOTALL'),
               (64, 'VERBOSE'), (128, 'DEBUG'))


class RegexFlag(int):
    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & 510)

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        for bit, name in _FLAG_NAMES:
            if self == bit:
                return name
        return '|'.join(_names(int(self))) or 'NOFLAG'

    def __repr__(self):
        return '|'.join(['re.' + name for name in _names(int(self))]) or 're.NOFLAG'

    def __str__(self):
        return repr(self)


def _names(flags):
    return [name for bit, name in sorted(_FLAG_NAMES) if flags & bit]


NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)


class error(Exception):
    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = '%s at position %d' % (msg, pos)
            if newline in pattern:
                msg = '%s (line %d, column %d)' % (msg, self.lineno, self.colno)
        Exception.__init__(self, msg)


_NO_GROUP = 'no such group'


# What a match keeps; the last two only where they are not the ends of the text.
_MATCH = ('_spans', 're', 'string')
_PART = _MATCH + ('pos', '_endpos')


class Match:
    __typename__ = 're.Match'
    pos = 0
    _endpos = None

    @property
    def endpos(self):
        return len(self.string) if self._endpos is None else self._endpos

    @property
    def lastindex(self):
        last = self._spans[-1]
        return last if last > 0 else None

    @property
    def lastgroup(self):
        last = self._spans[-1]
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    def _number(self, group):
        if isinstance(group, str):
            number = self.re.groupindex.get(group)
            if number is None:
                raise IndexError(_NO_GROUP)
            return number
        if not isinstance(group, int):
            if not hasattr(group, '__index__'):
                raise IndexError(_NO_GROUP)
            group = group.__index__()
        if not 0 <= group <= self.re.groups:
            raise IndexError(_NO_GROUP)
        return group

    def _text(self, number, default=None):
        start = self._spans[2 * number]
        return default if start < 0 else self.string[start:self._spans[2 * number + 1]]

    def group(self, *groups):
        r"""The text of a group: by number, by name; 0 is all of it.

        >>> re.match(r'(?P<year>\d+)-(\d+)', '2024-02').group('year', 2)
        ('2024', '02')
        """
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            text = _group(self._spans, self.string, groups[0])
            return self._text(self._number(groups[0])) if text is False else text
        return tuple([self._text(self._number(g)) for g in groups])

    def __getitem__(self, group):
        text = _group(self._spans, self.string, group)
        return self._text(self._number(group)) if text is False else text

    def groups(self, default=None):
        r"""The texts of all groups.

        >>> re.match(r'(\d)(x)?', '1').groups('-')
        ('1', '-')
        """
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        r"""The texts of the groups with names.

        >>> re.match(r'(?P<y>\d+)', '2024').groupdict()
        {'y': '2024'}
        """
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0):
        """Where a group starts.

        >>> re.search('b', 'abc').start()
        1
        """
        return self._spans[2 * self._number(group)]

    def end(self, group=0):
        """Where a group ends.

        >>> re.search('b', 'abc').end()
        2
        """
        return self._spans[2 * self._number(group) + 1]

    def span(self, group=0):
        """Where a group starts and ends.

        >>> re.search('b', 'abc').span()
        (1, 2)
        """
        number = self._number(group)
        return self._spans[2 * number], self._spans[2 * number + 1]

    def expand(self, template):
        r"""A template with groups filled in.

        >>> re.match(r'(\w)(\w)', 'ab').expand(r'\2\1')
        'ba'
        """
        return _fill(_template(self.re, template), self)

    def __repr__(self):
        return '<re.Match object; span=%r, match=%r>' % (self.span(), self._text(0))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class Pattern:
    __typename__ = 're.Pattern'

    def __init__(self, pattern, flags):
        made = _re.compile(pattern, flags)
        if len(made) == 2:
            raise error(made[0], pattern, made[1])
        self.pattern = pattern
        self._kind = type(pattern)
        self._program, self.groups, names, self.flags = made
        self.groupindex = dict(names)

    def _exact(self, string):
        """The text or bytes of what derives from them or gives its bytes: what matches is cut out of that."""
        if type(string) is self._kind:
            return string
        self._check(string)
        return str.__str__(string) if isinstance(string, str) else bytes(string)

    def _find(self, string, pos, endpos, mode):
        string = self._exact(string)
        n = self._check(string)
        pos = 0 if pos < 0 else n if pos > n else pos
        endpos = n if endpos is None or endpos > n else 0 if endpos < 0 else endpos
        if pos > endpos:
            return None
        spans = _re.find(self._program, string, pos, endpos, mode)
        return spans and _make(Match, _PART, (spans, self, string, pos, endpos))

    def _check(self, string):
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError('cannot use a bytes pattern on a string-like object')
        elif isinstance(string, (bytes, bytearray, memoryview)):
            if isinstance(self.pattern, str):
                raise TypeError('cannot use a string pattern on a bytes-like object')
        else:
            raise TypeError("expected string or bytes-like object, got '%s'" % type(string).__name__)
        return len(string)

    def _all(self, string, pos=0, endpos=None, limit=0):
        n = self._check(string)
        pos = 0 if pos < 0 else n if pos > n else pos
        endpos = n if endpos is None or endpos > n else 0 if endpos < 0 else endpos
        if pos > endpos:
            return []
        return _re.all(self._program, string, pos, endpos, limit)

    def match(self, string, pos=0, endpos=None):
        """The match at the start, or at `pos`.

        >>> re.compile('b').match('ab', 1).span()
        (1, 2)
        """
        if endpos is None and pos == 0:
            spans = _first(self._program, string, 0)
            if spans is not False:
                return spans and _make(Match, _MATCH, (spans, self, string))
        return self._find(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=None):
        """The match of the whole text.

        >>> re.compile('a+').fullmatch('aaa').group()
        'aaa'
        """
        if endpos is None and pos == 0:
            spans = _first(self._program, string, 1)
            if spans is not False:
                return spans and _make(Match, _MATCH, (spans, self, string))
        return self._find(string, pos, endpos, 1)

    def search(self, string, pos=0, endpos=None):
        """The first match.

        >>> re.compile('b').search('abc').start()
        1
        """
        if endpos is None and pos == 0:
            spans = _first(self._program, string, 2)
            if spans is not False:
                return spans and _make(Match, _MATCH, (spans, self, string))
        return self._find(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=None):
        """An iterator of all matches.

        >>> [m.group() for m in re.compile('[ab]').finditer('abc')]
        ['a', 'b']
        """
        string = self._exact(string)
        found = self._all(string, pos, endpos)
        end = len(string) if endpos is None else endpos
        return iter([_make(Match, _PART, (spans, self, string, pos, end)) for spans in found])

    def findall(self, string, pos=0, endpos=None):
        """All matches.

        >>> re.compile('[ab]').findall('abc')
        ['a', 'b']
        """
        string = self._exact(string)
        found = self._all(string, pos, endpos)
        groups = self.groups
        if groups == 0:
            return [string[s[0]:s[1]] for s in found]
        if groups == 1:
            return [string[s[2]:s[3]] if s[2] >= 0 else string[:0] for s in found]
        empty = string[:0]
        return [tuple([string[s[2 * i]:s[2 * i + 1]] if s[2 * i] >= 0 else empty for i in range(1, groups + 1)]) for s in found]

    def split(self, string, maxsplit=0):
        """The parts between matches.

        >>> re.compile(',').split('a,b')
        ['a', 'b']
        """
        if maxsplit < 0:
            self._check(string)
            return [string]
        string = self._exact(string)
        out = []
        at = 0
        for spans in self._all(string, 0, None, maxsplit):
            out.append(string[at:spans[0]])
            for i in range(1, self.groups + 1):
                out.append(string[spans[2 * i]:spans[2 * i + 1]] if spans[2 * i] >= 0 else None)
            at = spans[1]
        out.append(string[at:])
        return out

    def sub(self, repl, string, count=0):
        """The text with matches replaced.

        >>> re.compile('a').sub('-', 'banana', 2)
        'b-n-na'
        """
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """As sub, with the number of replacements.

        >>> re.compile('a').subn('-', 'banana')
        ('b-n-n-', 3)
        """
        call = None
        parts = None
        if callable(repl):
            call = repl
        else:
            parts = _template(self, repl)
        if count < 0:
            self._check(string)
            return string, 0
        string = self._exact(string)
        found = self._all(string, 0, None, count)
        if not found:
            return string, 0
        out = []
        at = 0
        fixed = parts[0] if parts is not None and len(parts) == 1 and not isinstance(parts[0], int) else None
        for spans in found:
            if spans[0] > at:
                out.append(string[at:spans[0]])
            if fixed is not None:
                out.append(fixed)
            elif call is not None:
                piece = call(_make(Match, _MATCH, (spans, self, string)))
                if piece is not None:
                    out.append(piece)
            else:
                for part in parts:
                    if not isinstance(part, int):
                        out.append(part)
                    elif spans[2 * part] >= 0:
                        out.append(string[spans[2 * part]:spans[2 * part + 1]])
            at = spans[1]
        out.append(string[at:])
        return string[:0].join(out), len(found)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str):
            flags &= ~32
        text = '%r' % (self.pattern,)
        if len(text) > 200:
            text = text[:200]
        names = ['re.' + name for bit, name in sorted(_FLAG_NAMES) if flags & bit]
        return 're.compile(%s%s)' % (text, ', ' + '|'.join(names) if names else '')

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


def _template(pattern, template):
    """A replacement as a list of texts and group numbers."""
    is_bytes = isinstance(template, (bytes, bytearray))
    if not is_bytes and not isinstance(template, str):
        raise TypeError('decoding to str: need a bytes-like object, %s found' % type(template).__name__)
    text = template.decode('latin-1') if is_bytes else template
    if '\\' not in text:
        return [template]
    parts = []
    literal = []
    at = 0
    n = len(text)

    def flush():
        if literal:
            joined = ''.join(literal)
            parts.append(joined.encode('latin-1') if is_bytes else joined)
            literal.clear()

    while at < n:
        found = text.find('\\', at)
        if found < 0:
            literal.append(text[at:])
            break
        literal.append(text[at:found])
        at = found + 1
        if at == n:
            raise error('bad escape (end of pattern)', template, found)
        c = text[at]
        at += 1
        if c == 'g':
            if text[at:at + 1] != '<':
                raise error('missing <', template, at)
            end = text.find('>', at)
            if end < 0:
                if at + 1 == n:
                    raise error('missing group name', template, at + 1)
                raise error('missing >, unterminated name', template, at + 1)
            name = text[at + 1:end]
            if not name:
                raise error('missing group name', template, at + 1)
            if name.isdecimal() and name.isascii():
                number = int(name)
                if number > pattern.groups:
                    raise error('invalid group reference %d' % number, template, at + 1)
            elif not name.isidentifier():
                raise error('bad character in group name %r' % name, template, at + 1)
            elif name not in pattern.groupindex:
                raise IndexError('unknown group name %r' % name)
            else:
                number = pattern.groupindex[name]
            at = end + 1
            flush()
            parts.append(number)
        elif c == '0':
            digits = c
            while len(digits) < 3 and at < n and text[at] in '01234567':
                digits += text[at]
                at += 1
            literal.append(chr(int(digits, 8)))
        elif c in '123456789':
            digits = c
            if at < n and text[at] in '0123456789':
                digits += text[at]
                at += 1
                if c in '01234567' and digits[1] in '01234567' and at < n and text[at] in '01234567':
                    code = int(digits + text[at], 8)
                    if code > 255:
                        raise error('octal escape value \\%s outside of range 0-0o377' % (digits + text[at]), template, found)
                    at += 1
                    literal.append(chr(code))
                    continue
            number = int(digits)
            if number > pattern.groups:
                raise error('invalid group reference %d' % number, template, found + 1)
            flush()
            parts.append(number)
        elif c in _ESCAPES:
            literal.append(_ESCAPES[c])
        elif c.isascii() and c.isalpha():
            raise error('bad escape \\%s' % c, template, found)
        else:
            literal.append('\\' + c)
    flush()
    return parts or [template[:0]]


def _fill(parts, match):
    empty = match.string[:0]
    return empty.join([match._text(p, empty) if isinstance(p, int) else p for p in parts])


_cache = {}


def compile(pattern, flags=0):
    r"""A pattern to be used again and again.

    >>> re.compile(r'\d+').findall('a1b22')
    ['1', '22']
    """
    flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = (type(pattern), pattern, flags) if isinstance(pattern, (str, bytes)) else None
    if key is None:
        raise TypeError('first argument must be string or compiled pattern')
    made = _cache.get(key)
    if made is None:
        if isinstance(pattern, str):
            if flags & 4:
                raise ValueError('cannot use LOCALE flag with a str pattern')
            if flags & 256 and flags & 32:
                raise ValueError('ASCII and UNICODE flags are incompatible')
        elif flags & 32:
            raise ValueError('cannot use UNICODE flag with a bytes pattern')
        made = Pattern(pattern, flags)
        if len(_cache) >= 512:
            _cache.clear()
        _cache[key] = made
    return made


def match(pattern, string, flags=0):
    r"""The match at the start of the text, or None.

    >>> re.match(r'(\w+)-(\d+)', 'order-17').groups()
    ('order', '17')
    """
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    r"""The match of the whole text, or None.

    >>> re.fullmatch(r'\d+', '17a') is None
    True
    """
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    r"""The first match in the text, or None.

    >>> re.search(r'\d+', 'order 17').group()
    '17'
    """
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    r"""The text with matches replaced, by a text or by what a function gives.

    >>> re.sub(r'(\d+)', r'<\1>', 'a1b22')
    'a<1>b<22>'
    >>> re.sub(r'\d', lambda m: str(int(m[0]) + 1), 'a1b2')
    'a2b3'
    """
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    r"""As sub, with the number of replacements.

    >>> re.subn(r'\d', '#', 'a1b2')
    ('a#b#', 2)
    """
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    r"""The parts between matches.

    >>> re.split(r'[,;]\s*', 'a, b;c')
    ['a', 'b', 'c']
    """
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    r"""All matches; their groups when there are any.

    >>> re.findall(r'(\w)=(\d)', 'a=1 b=2')
    [('a', '1'), ('b', '2')]
    """
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator of all matches.

    >>> [m.start() for m in re.finditer('a', 'banana')]
    [1, 3, 5]
    """
    return compile(pattern, flags).finditer(string)


def purge():
    """Forgets compiled patterns.

    >>> re.purge()
    """
    _cache.clear()


_SPECIAL = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    r"""The text as a pattern that matches it.

    >>> re.escape('a.b')
    'a\\.b'
    """
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return bytes(pattern).decode('latin-1').translate(_SPECIAL).encode('latin-1')
