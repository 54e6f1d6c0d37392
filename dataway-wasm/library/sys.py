# What scripts ask of the interpreter. There are no files: stdout is the script's log, what is written to stderr is dropped.

from _sys import exc_info, limit_recursion as _limit_recursion, modules as _modules, write as _write

modules = _modules()
version = '3.11.0 (DataWay)'


class _Row(tuple):
    def __new__(cls, name, **fields):
        made = tuple.__new__(cls, fields.values())
        made.__dict__.update(fields, _name=name, _fields=tuple(fields))
        return made

    def __repr__(self):
        return '%s(%s)' % (self._name, ', '.join('%s=%r' % pair for pair in zip(self._fields, self)))


version_info = _Row('sys.version_info', major=3, minor=11, micro=0, releaselevel='final', serial=0)
hexversion = 0x030b00f0
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = 'little'
platform = 'dataway'
argv = ['']
path = []
copyright = ''
flags = _Row('sys.flags', debug=0, optimize=0, bytes_warning=0, dont_write_bytecode=0, utf8_mode=1)
executable = ''
prefix = base_prefix = exec_prefix = base_exec_prefix = ''
orig_argv = []
warnoptions = []
builtin_module_names = ()
dont_write_bytecode = False
pycache_prefix = None
api_version = 1013
float_repr_style = 'short'


class _Implementation:
    name = 'dataway'
    version = version_info


class _FloatInfo:
    max = 1.7976931348623157e+308
    min = 2.2250738585072014e-308
    epsilon = 2.220446049250313e-16
    dig = 15
    mant_dig = 53
    max_exp = 1024
    min_exp = -1021
    max_10_exp = 308
    min_10_exp = -307
    radix = 2
    rounds = 1


class _HashInfo:
    width = 64
    modulus = 2305843009213693951
    inf = 314159
    nan = 0


class _IntInfo:
    bits_per_digit = 30
    sizeof_digit = 4
    default_max_str_digits = 4300


implementation = _Implementation()
float_info = _FloatInfo()
hash_info = _HashInfo()
int_info = _IntInfo()


class _Stream:
    encoding = 'utf-8'
    closed = False

    def __init__(self, name):
        self.name = name

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not ' + type(text).__name__)
        if self.name == '<stdout>':
            _write(text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False


class _Bytes(_Stream):
    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self.name == '<stdout>':
            _write(bytes(data).decode('utf-8', 'replace'))
        return len(data)


class _Input(_Stream):
    # There is nothing to read.
    def read(self, size=-1): return ''
    def readline(self, size=-1): return ''
    def readlines(self, hint=-1): return []
    def __iter__(self): return iter(())


stdin = _Input('<stdin>')
stdout = _Stream('<stdout>')
stderr = _Stream('<stderr>')
stdout.buffer = _Bytes('<stdout>')
stderr.buffer = _Bytes('<stderr>')
__stdin__ = stdin
__stdout__ = stdout
__stderr__ = stderr


def exit(status=None, /):
    """Ends the script, as `raise SystemExit(status)`.

    >>> try: sys.exit(3)
    ... except SystemExit as e: code = e.code
    >>> code
    3
    """
    raise SystemExit(status) if status is not None else SystemExit


_limits = [1000, 4300]


def getrecursionlimit():
    """How deep calls may nest.

    >>> sys.getrecursionlimit() > 0
    True
    """
    return _limits[0]


def setrecursionlimit(limit, /):
    """Calls may nest so deep, and never deeper than the run says.

    >>> sys.setrecursionlimit(500)
    >>> sys.getrecursionlimit()
    500
    """
    if limit < 1:
        raise ValueError('recursion limit must be greater or equal than 1')
    depth = _limit_recursion(min(limit, 1 << 30))
    if depth is not None:
        raise RecursionError('cannot set the recursion limit to %d at the recursion depth %d: the limit is too low' % (limit, depth))
    _limits[0] = limit


def get_int_max_str_digits():
    return _limits[1]


def exception():
    """The exception that is being handled.

    >>> try: 1 / 0
    ... except ZeroDivisionError: caught = sys.exception()
    >>> caught
    ZeroDivisionError('division by zero')
    """
    return exc_info()[1]


def getrefcount(object, /):
    return 1


def getfilesystemencoding():
    return 'utf-8'


def is_finalizing():
    return False


def intern(string, /):
    """The text itself.

    >>> sys.intern('a')
    'a'
    """
    if not isinstance(string, str):
        raise TypeError('intern() argument must be str, not ' + type(string).__name__)
    return string


def getsizeof(object, default=0):
    return 64


def getdefaultencoding():
    return 'utf-8'


def displayhook(value, /):
    """Prints what an interactive session shows of a value.

    >>> sys.displayhook(5)
    """
    if value is not None:
        _write(repr(value) + '\n')


def excepthook(type, value, traceback, /):
    """What becomes of an exception that nobody catches: its traceback, on `sys.stderr`.

    >>> sys.excepthook(ValueError, ValueError('a'), None)
    """
    import traceback as shown
    shown.print_exception(type, value, traceback)


__displayhook__ = displayhook
__excepthook__ = excepthook


def gettrace():
    """None: there is no tracing.

    >>> sys.gettrace()
    """
    return None


def getprofile():
    """None: there is no profiling.

    >>> sys.getprofile()
    """
    return None


def getswitchinterval():
    """Seconds between switches of threads, of which there is one.

    >>> sys.getswitchinterval()
    0.005
    """
    return 0.005
