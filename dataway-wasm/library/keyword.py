# The words that cannot be names.

kwlist = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
          'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal',
          'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']
softkwlist = ['_', 'case', 'match']


def iskeyword(s):
    """Whether a text is a keyword.

    >>> keyword.iskeyword('for')
    True
    """
    return s in kwlist


def issoftkeyword(s):
    """Whether a text is a keyword in some places only.

    >>> keyword.issoftkeyword('match')
    True
    """
    return s in softkwlist
