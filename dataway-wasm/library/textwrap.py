# Filling, wrapping, dedenting and shortening text.

_SPACE = ' \t\n\x0b\x0c\r'


def _expanded(text, tabsize, expand, replace):
    if expand:
        text = text.expandtabs(tabsize)
    if replace:
        text = ''.join(' ' if c in _SPACE else c for c in text)
    return text


def _is_letter(c):
    return c == '_' or c.isalpha()


# Words, the white space between them, and pieces of hyphenated words: what a line may be broken between.
def _chunks(text, break_on_hyphens):
    made = []
    at = 0
    while at < len(text):
        end = at
        blank = text[at] in _SPACE
        while end < len(text) and (text[end] in _SPACE) == blank:
            end += 1
        if blank or not break_on_hyphens:
            made.append(text[at:end])
        else:
            made.extend(_hyphen_pieces(text[at:end]))
        at = end
    return made


def _hyphen_pieces(word):
    pieces = []
    start = 0
    i = 0
    n = len(word)
    while i < n:
        if word[i] == '-':
            run = i
            while run < n and word[run] == '-':
                run += 1
            before = word[i - 1] if i > start else ''
            if run - i >= 2 and before and (before.isalnum() or before in '_!"\'&.,?') and run < n and (word[run].isalnum() or word[run] == '_'):
                pieces.append(word[start:i])
                pieces.append(word[i:run])
                start = i = run
                continue
            if (run - i == 1 and i - start >= 2 and _is_letter(word[i - 1]) and _is_letter(word[i - 2])
                    and i + 2 < n and _is_letter(word[i + 1]) and (_is_letter(word[i + 2]) or word[i + 2] == '-')):
                pieces.append(word[start:i + 1])
                start = i + 1
            i = run
            continue
        i += 1
    if start < n:
        pieces.append(word[start:])
    return pieces


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        text = _expanded(text, self.tabsize, self.expand_tabs, self.replace_whitespace)
        chunks = _chunks(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i].rstrip('"\')')
                if chunks[i + 1] == ' ' and word and word[-1] in '.!?' and word[-2:-1].islower():
                    chunks[i + 1] = '  '
        return self._lines(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        lines = []
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or ((not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()))
                        and length <= width)):
                lines.append(indent + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _long_word(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            word = chunks[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind('-', 0, room)
                if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())


def wrap(text, width=70, **kwargs):
    """The text in lines of at most `width`.

    >>> textwrap.wrap('the quick brown fox', 10)
    ['the quick', 'brown fox']
    """
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    r"""The text in lines of at most `width`, as one text.

    >>> textwrap.fill('the quick brown fox', 10)
    'the quick\nbrown fox'
    """
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text cut to `width` at a word.

    >>> textwrap.shorten('the quick brown fox', 14)
    'the [...]'
    """
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    r"""The text without the margin that all lines have.

    >>> textwrap.dedent('  a\n    b\n')
    'a\n  b\n'
    """
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < len(margin) and common < len(indent) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    r"""The text with a prefix before each line.

    >>> textwrap.indent('a\nb', '> ')
    '> a\n> b'
    """
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
