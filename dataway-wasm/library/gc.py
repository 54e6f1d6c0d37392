# Memory is given back when a script ends: there is nothing to collect, but scripts may ask for it.
_enabled = True


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    """Whether collecting is asked for.

    >>> gc.isenabled()
    True
    """
    return _enabled


def collect(generation=2):
    """Collects nothing.

    >>> gc.collect()
    0
    """
    return 0
