# Warnings go nowhere: a script's log is what it prints. They can be caught, and made errors.

_filters = []
_caught = []


class WarningMessage:
    def __init__(self, message, category, filename='<script>', lineno=1):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : None}" % (
            self.message, self.category.__name__, self.filename, self.lineno)


def warn(message, category=None, stacklevel=1, source=None):
    """Says a warning: an exception when a filter says so.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter('always')
    ...     warnings.warn('old')
    >>> str(caught[0].message)
    'old'
    """
    if isinstance(message, Warning):
        category = type(message)
    category = category or UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(message, Warning):
        message = category(message)
    action = 'default'
    for kind, chosen in _filters:
        if issubclass(category, chosen):
            action = kind
            break
    if action == 'error':
        raise message
    if action != 'ignore' and _caught:
        _caught[-1].append(WarningMessage(message, category))


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    warn(message, category)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """What is to be done with a kind of warning: `error`, `ignore`, `always` …

    >>> warnings.simplefilter('ignore')
    """
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise AssertionError('invalid action: %r' % (action,))
    if append:
        _filters.append((action, category))
    else:
        _filters.insert(0, (action, category))


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    simplefilter(action, category, lineno, append)


def resetwarnings():
    _filters.clear()


class catch_warnings:
    """With `record=True`: the list of the warnings said meanwhile.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter('always')
    ...     warnings.warn('old')
    >>> len(caught)
    1
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action and (action, category)

    def __enter__(self):
        self._before = _filters[:]
        if self._action:
            simplefilter(*self._action)
        if self._record:
            _caught.append([])
            return _caught[-1]

    def __exit__(self, *details):
        _filters[:] = self._before
        if self._record:
            _caught.pop()
