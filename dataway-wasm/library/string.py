# Character sets, capwords and Template. (string.Formatter is left out: use str.format.)

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


class Template:
    """Text with `$name` to be filled in.

    >>> string.Template('$who owes ${n}').substitute(who='Ada', n=3)
    'Ada owes 3'
    """

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    # Pieces of the text: (literal, name, written form); name None: the escape `$$` or a lone `$`.
    def _pieces(self):
        text = self.template
        at = 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None, ''
                return
            before = text[at:found]
            start = found + 1
            if text[start:start + 1] == self.delimiter:
                yield before, None, self.delimiter
                at = start + 1
                continue
            braced = text[start:start + 1] == '{'
            begin = end = start + braced
            while end < len(text) and text[end].isascii() and (text[end] == '_' or text[end].isalnum()):
                end += 1
            name = text[begin:end]
            if not name or name[0].isdigit() or (braced and text[end:end + 1] != '}'):
                yield before, '', found
                at = start
                continue
            at = end + braced
            yield before, name, text[found:at]

    def _fill(self, mapping, safe):
        out = []
        for literal, name, written in self._pieces():
            out.append(literal)
            if name is None:
                out.append(written)
            elif name == '':
                if not safe:
                    lines = self.template[:written].splitlines(keepends=True)
                    if not lines:
                        raise ValueError('Invalid placeholder in string: line 1, col 1')
                    column = written - len(''.join(lines[:-1]))
                    raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), column + 1))
                out.append(self.delimiter)
            elif safe and name not in mapping:
                out.append(written)
            else:
                out.append(str(mapping[name]))
        return ''.join(out)

    def substitute(self, mapping={}, /, **kws):
        """The text with all names filled in; a missing one is a KeyError.

        >>> string.Template('$a $$').substitute(a=1)
        '1 $'
        """
        return self._fill({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with the names that are known filled in.

        >>> string.Template('$a $b').safe_substitute(a=1)
        '1 $b'
        """
        return self._fill({**mapping, **kws}, True)

    def get_identifiers(self):
        names = []
        for _, name, _ in self._pieces():
            if name and name not in names:
                names.append(name)
        return names

    def is_valid(self):
        return all(name != '' for _, name, _ in self._pieces())
