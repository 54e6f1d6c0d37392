# Character sets, capwords, Template and Formatter.

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital.

    >>> string.capwords('order  of ada')
    'Order Of Ada'
    """
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class _Pattern:
    """The pattern of a Template class, compiled when it is first asked for."""

    def __get__(self, template, cls):
        import re
        name = cls.idpattern
        braced = cls.braceidpattern or name
        delimiter = re.escape(cls.delimiter)
        cls.pattern = re.compile('%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))'
                                 % (delimiter, delimiter, name, braced), cls.flags | re.VERBOSE)
        return cls.pattern


class Template:
    """Text with `$name` to be filled in.

    >>> string.Template('$who owes ${n}').substitute(who='Ada', n=3)
    'Ada owes 3'
    """

    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2
    pattern = _Pattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get('pattern')
        if own is None:
            cls.pattern = _Pattern()
        elif isinstance(own, str):
            import re
            cls.pattern = re.compile(own, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, mo):
        at = mo.start('invalid')
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len(''.join(lines[:-1])) if lines else 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines) or 1, column))

    def _fill(self, mapping, kws, safe):
        if mapping and kws:
            from collections import ChainMap
            mapping = ChainMap(kws, mapping)
        elif kws:
            mapping = kws

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                if not safe:
                    return str(mapping[named])
                try:
                    return str(mapping[named])
                except KeyError:
                    return mo.group()
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            return mo.group() if safe else self._invalid(mo)
        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, /, **kws):
        """The text with all names filled in; a missing one is a KeyError.

        >>> string.Template('$a $$').substitute(a=1)
        '1 $'
        """
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with the names that are known filled in.

        >>> string.Template('$a $b').safe_substitute(a=1)
        '1 $b'
        """
        return self._fill(mapping, kws, True)

    def _names(self):
        for mo in self.pattern.finditer(self.template):
            named = mo.group('named') or mo.group('braced')
            if named is None and mo.group('invalid') is None and mo.group('escaped') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            yield named, mo.group('invalid') is not None

    def get_identifiers(self):
        names = []
        for name, _ in self._names():
            if name is not None and name not in names:
                names.append(name)
        return names

    def is_valid(self):
        return not any(invalid for _, invalid in list(self._names()))


class Formatter:
    """str.format as an object whose steps a class may change.

    >>> string.Formatter().format('{} {x:>3}', 1, x='a')
    '1   a'
    """

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '' or field[0] in '.[':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(auto) + field
                auto += 1
            elif field.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier %s' % conversion)

    def parse(self, format_string):
        """The pieces of a format: text, field, specification and conversion of each.

        >>> list(string.Formatter().parse('a{b!r:c}'))
        [('a', 'b', 'c', 'r')]
        """
        text, at, literal = format_string, 0, ''
        while at < len(text):
            c = text[at]
            if c in '{}' and text[at + 1:at + 2] == c:
                yield literal + c, None, None, None
                literal = ''
                at += 2
            elif c == '}':
                raise ValueError("Single '}' encountered in format string")
            elif c == '{':
                end, depth, square = at + 1, 1, False
                while end < len(text):
                    c = text[end]
                    if c == '[':
                        square = depth == 1
                    elif c == ']':
                        square = False
                    elif not square and c == '{':
                        depth += 1
                    elif not square and c == '}':
                        depth -= 1
                        if not depth:
                            break
                    end += 1
                if depth:
                    raise ValueError("Single '{' encountered in format string" if end == at + 1
                                     else "expected '}' before end of string")
                yield (literal, *_field(text[at + 1:end]))
                literal = ''
                at = end + 1
            else:
                literal += c
                at += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        first, rest = _split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first


def _field(text):
    """Name, specification and conversion of what stands in braces."""
    square = False
    for i, c in enumerate(text):
        if c == '[':
            square = True
        elif c == ']':
            square = False
        elif c in ':!' and not square:
            if c == ':':
                return text[:i], text[i + 1:], None
            if text[i + 2:i + 3] not in ('', ':'):
                raise ValueError("expected ':' after conversion specifier")
            return text[:i], text[i + 3:], text[i + 1:i + 2]
    return text, '', None


def _split(name):
    """The first part of a field name, and (is attribute, key) of each further one."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    first = name[:at]
    rest = []
    while at < len(name):
        end = at + 1
        if name[at] == '.':
            while end < len(name) and name[end] not in '.[':
                end += 1
            rest.append((True, name[at + 1:end]))
        else:
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            rest.append((False, int(key) if key.isdigit() else key))
            end += 1
            if end < len(name) and name[end] not in '.[':
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not rest[-1][1] and rest[-1][1] != 0:
            raise ValueError('Empty attribute in format string')
        at = end
    return int(first) if first.isdigit() else first, rest
