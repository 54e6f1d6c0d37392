# Tracebacks as text.
import sys
from _sys import failure as _failure


def _of(exc, value=None):
    return value if isinstance(value, BaseException) else exc


def _lines(text):
    """One entry a line of the traceback, as Python's functions give them: what belongs to a frame is one entry."""
    found = []
    for line in text.splitlines(True):
        if found and line.startswith('    ') and found[-1].startswith('  File '):
            found[-1] += line
        else:
            found.append(line)
    return found


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    r"""The lines of a traceback.

    >>> traceback.format_exception(ValueError('no'))
    ['ValueError: no\n']
    """
    e = _of(exc, value)
    return ['NoneType: None\n'] if e is None else _lines(_failure(e, chain))


def format_exception_only(exc, /, value=None):
    r"""The last line of a traceback: what failed.

    >>> traceback.format_exception_only(ValueError('no'))
    ['ValueError: no\n']
    """
    e = _of(exc, value)
    if e is None:
        return ['NoneType: None\n']
    lines = _failure(e, False).splitlines(True)
    at = 0
    if lines and lines[0].startswith('Traceback'):
        at = 1
        while at < len(lines) and lines[at].startswith('  '):
            at += 1
    return [''.join(lines[at:])]


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print(''.join(format_exception(exc, value, tb, limit, chain)), file=sys.stderr if file is None else file, end='')


def format_exc(limit=None, chain=True):
    """The traceback of the exception that is being handled, as one text.

    >>> try: 1 / 0
    ... except ZeroDivisionError: text = traceback.format_exc()
    >>> text.splitlines()[-1]
    'ZeroDivisionError: division by zero'
    """
    return ''.join(format_exception(sys.exc_info()[1], chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Prints the traceback of the exception that is being handled.

    >>> try: 1 / 0
    ... except ZeroDivisionError: traceback.print_exc()
    """
    print(format_exc(limit, chain), file=sys.stderr if file is None else file, end='')


class FrameSummary:
    """One frame of a traceback.

    >>> traceback.FrameSummary('a.py', 3, 'f').lineno
    3
    """

    def __init__(self, filename, lineno, name, line=''):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __repr__(self):
        return '<FrameSummary file %s, line %d in %s>' % (self.filename, self.lineno, self.name)


class StackSummary(list):
    """The frames of a traceback.

    >>> isinstance(traceback.extract_tb(None), traceback.StackSummary)
    True
    """

    def format(self):
        return ['  File "%s", line %d, in %s\n' % tuple(f)[:3] + ('    %s\n' % f.line if f.line else '') for f in self]


def extract_tb(tb, limit=None):
    """The frames of a traceback.

    >>> len(traceback.extract_tb(None))
    0
    """
    found = StackSummary()
    while tb is not None and (limit is None or len(found) < limit):
        code = tb.tb_frame.f_code
        found.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name))
        tb = tb.tb_next
    return found


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), file=sys.stderr if file is None else file, end='')


class TracebackException:
    r"""An exception, ready to be shown.

    >>> list(traceback.TracebackException(ValueError, ValueError('a'), None).format_exception_only())
    ['ValueError: a\n']
    """

    def __init__(self, exc_type, exc_value, exc_traceback, **unused):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback)
        self._value = exc_value

    @classmethod
    def from_exception(cls, exc, **unused):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        yield from format_exception(self._value, chain=chain)

    def format_exception_only(self):
        yield from format_exception_only(self._value)

    def __str__(self):
        return str(self._value)
