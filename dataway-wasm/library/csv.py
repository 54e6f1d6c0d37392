# Reading and writing comma-separated values, as RFC 4180 and Python's csv module have it.

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3

_limit = 131072


class Error(Exception):
    pass


class Dialect:
    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
_PARAMETERS = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict')


class _Settings:
    def __init__(self, dialect, given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in given:
            if name not in _PARAMETERS:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        for name in _PARAMETERS:
            setattr(self, name, given[name] if name in given else getattr(dialect, name, getattr(Dialect, name)))
        for name in ('delimiter', 'quotechar', 'escapechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                raise TypeError('"%s" must be string%s, not %s'
                                % (name, '' if name == 'delimiter' else ' or None', type(value).__name__))
            if len(value) != 1:
                raise TypeError('"%s" must be a 1-character string' % name)
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError('quotechar must be set if quoting enabled')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string, not %s' % type(self.lineterminator).__name__)


def register_dialect(name, dialect=excel, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Settings(dialect, fmtparams)


def unregister_dialect(name):
    get_dialect(name)
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
    return old


# States of the reader.
_START, _FIELD, _QUOTED, _AFTER_QUOTE, _ESCAPE, _QUOTED_ESCAPE, _EOL = range(7)


class reader:
    """Rows of CSV lines, as lists of text.

    >>> list(csv.reader(['a,b', '1,"x,y"']))
    [['a', 'b'], ['1', 'x,y']]
    >>> list(csv.reader(['a;b'], delimiter=';'))
    [['a', 'b']]
    """

    def __new__(cls, iterable, dialect='excel', **fmtparams):
        made = object.__new__(cls)
        made._lines = iter(iterable)
        made.dialect = _Settings(dialect, fmtparams)
        made.line_num = 0
        return made

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row = []
        state = None
        field = []
        quoted = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state is not None and (field or state == _QUOTED):
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    self._keep(row, field, quoted)
                    return row
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, not %s (the file should be opened in text mode)'
                            % type(line).__name__)
            self.line_num += 1
            if state is None:
                state = _START
                if line in ('', '\n', '\r', '\r\n'):
                    return row
            for c in line:
                if state == _EOL:
                    if c not in '\r\n':
                        raise Error('new-line character seen in unquoted field - do you need to open the file in universal-newline mode?')
                    continue
                if state == _QUOTED:
                    if c == d.escapechar:
                        state = _QUOTED_ESCAPE
                    elif c == d.quotechar and d.quoting != QUOTE_NONE:
                        state = _AFTER_QUOTE if d.doublequote else _FIELD
                    else:
                        field.append(c)
                elif state in (_ESCAPE, _QUOTED_ESCAPE):
                    field.append(c)
                    state = _FIELD if state == _ESCAPE else _QUOTED
                elif c in '\r\n':
                    self._keep(row, field, quoted)
                    field = []
                    quoted = False
                    state = _EOL
                elif c == d.delimiter:
                    self._keep(row, field, quoted)
                    field = []
                    quoted = False
                    state = _START
                elif state == _AFTER_QUOTE:
                    if c == d.quotechar and d.quoting != QUOTE_NONE:
                        field.append(c)
                        state = _QUOTED
                    elif d.strict:
                        raise Error("'%s' expected after '%s'" % (d.delimiter, d.quotechar))
                    else:
                        field.append(c)
                        state = _FIELD
                elif c == d.escapechar:
                    state = _ESCAPE
                elif state == _START and c == d.quotechar and d.quoting != QUOTE_NONE:
                    quoted = True
                    state = _QUOTED
                elif state == _START and c == ' ' and d.skipinitialspace:
                    pass
                else:
                    field.append(c)
                    state = _FIELD
                if len(field) > _limit:
                    raise Error('field larger than field limit (%d)' % _limit)
            if state == _QUOTED:
                continue
            if state == _QUOTED_ESCAPE:
                field.append('\n')
                state = _QUOTED
                continue
            if state == _ESCAPE:
                field.append('\n')
                state = _FIELD
            if state != _EOL:
                self._keep(row, field, quoted)
            return row

    def _keep(self, row, field, quoted):
        text = ''.join(field)
        row.append(float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted else text)


class writer:
    r"""Writes rows as CSV into something with `write`.

    >>> import io
    >>> out = io.StringIO()
    >>> csv.writer(out).writerow(['a', 'b,c'])
    9
    >>> out.getvalue()
    'a,"b,c"\r\n'
    """

    def __init__(self, csvfile, dialect='excel', **fmtparams):
        if not hasattr(csvfile, 'write'):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = _Settings(dialect, fmtparams)

    def writerow(self, row):
        """Writes one row."""
        d = self.dialect
        try:
            values = list(row)
        except TypeError:
            raise Error('iterable expected, not %s' % type(row).__name__) from None
        fields = [self._field(value, len(values) == 1) for value in values]
        return self._write(d.delimiter.join(fields) + d.lineterminator)

    def writerows(self, rows):
        """Writes several rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, value, alone):
        d = self.dialect
        text = '' if value is None else value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)
        quote = d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)))
        out = []
        for c in text:
            if c == d.delimiter or c == d.escapechar or c == d.quotechar or c in d.lineterminator or c in '\r\n':
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    escape = not d.doublequote
                    if not escape:
                        out.append(c)
                        quote = True
                else:
                    escape = c == d.escapechar
                    quote = quote or not escape
                if escape:
                    if d.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    out.append(d.escapechar)
            out.append(c)
        if alone and not text and not quote:
            if d.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            quote = True
        body = ''.join(out)
        return d.quotechar + body + d.quotechar if quote else body


class DictReader:
    """Rows of CSV lines as dicts; the first line has the names.

    >>> list(csv.DictReader(['id,name', '1,Ada']))
    [{'id': '1', 'name': 'Ada'}]
    """

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        d = dict(zip(names, row))
        if len(names) < len(row):
            d[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for key in names[len(row):]:
                d[key] = self.restval
        return d


class DictWriter:
    r"""Writes dicts as CSV rows.

    >>> import io
    >>> out = io.StringIO()
    >>> csv.DictWriter(out, ['a', 'b']).writerow({'a': 1, 'b': 2})
    5
    >>> out.getvalue()
    '1,2\r\n'
    """

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.fieldnames = list(fieldnames)
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        r"""Writes the row of names.

        >>> import io
        >>> out = io.StringIO()
        >>> csv.DictWriter(out, ['a', 'b']).writeheader()
        5
        >>> out.getvalue()
        'a,b\r\n'
        """
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [key for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        """Writes one dict.

        >>> import io
        >>> csv.DictWriter(io.StringIO(), ['a']).writerow({'a': 1})
        3
        """
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        r"""Writes several dicts.

        >>> import io
        >>> out = io.StringIO()
        >>> csv.DictWriter(out, ['a']).writerows([{'a': 1}, {'a': 2}])
        >>> out.getvalue()
        '1\r\n2\r\n'
        """
        for rowdict in rowdicts:
            self.writerow(rowdict)
