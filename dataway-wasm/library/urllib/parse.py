# Taking URLs apart and putting them together (RFC 3986), quoting, and form-encoded queries.

from collections import namedtuple

_USES_RELATIVE = ('', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss')
_USES_NETLOC = _USES_RELATIVE + ('telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh')
_USES_PARAMS = ('', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel')
_SCHEME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'
_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'


class _Location:
    def _userinfo(self):
        info, at, _ = self.netloc.rpartition('@')
        if not at:
            return None, None
        username, colon, password = info.partition(':')
        return username, password if colon else None

    def _hostinfo(self):
        host = self.netloc.rpartition('@')[2]
        before, bracket, rest = host.partition('[')
        if bracket:
            name, _, port = rest.partition(']')
            port = port.partition(':')[2]
        else:
            name, _, port = host.partition(':')
        return name, port or None

    @property
    def username(self):
        return self._userinfo()[0]

    @property
    def password(self):
        return self._userinfo()[1]

    @property
    def hostname(self):
        name = self._hostinfo()[0]
        if not name:
            return None
        host, percent, zone = name.partition('%')
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo()[1]
        if port is not None:
            if not (port.isdigit() and port.isascii()):
                raise ValueError('Port could not be cast to integer value as %r' % port)
            port = int(port)
            if not 0 <= port <= 65535:
                raise ValueError('Port out of range 0-65535')
        return port


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Location):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Location):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


def urlsplit(url, scheme='', allow_fragments=True):
    """Scheme, host, path, query and fragment of an address.

    >>> urllib.parse.urlsplit('https://a.example:81/x').port
    81
    """
    url = url.lstrip(''.join(map(chr, range(33))))
    scheme = scheme.strip(''.join(map(chr, range(33))))
    for c in '\t\r\n':
        url = url.replace(c, '')
        scheme = scheme.replace(c, '')
    netloc = query = fragment = ''
    i = url.find(':')
    if i > 0 and url[0].isascii() and url[0].isalpha() and all(c in _SCHEME for c in url[:i]):
        scheme, url = url[:i].lower(), url[i + 1:]
    if url[:2] == '//':
        end = len(url)
        for c in '/?#':
            found = url.find(c, 2)
            if found >= 0:
                end = min(end, found)
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def _split_params(url):
    if '/' in url:
        i = url.find(';', url.rfind('/'))
        if i < 0:
            return url, ''
    else:
        i = url.find(';')
    return url[:i], url[i + 1:]


def urlparse(url, scheme='', allow_fragments=True):
    """Scheme, host, path, parameters, query and fragment of an address.

    >>> urllib.parse.urlparse('https://a.example/x?y=1#z').query
    'y=1'
    """
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in _USES_PARAMS and ';' in url:
        url, params = _split_params(url)
    return ParseResult(scheme, netloc, url, params, query, fragment)


def urlunsplit(components):
    """An address from its parts.

    >>> urllib.parse.urlunsplit(('https', 'a.example', '/x', 'y=1', ''))
    'https://a.example/x?y=1'
    """
    scheme, netloc, url, query, fragment = components
    if netloc or (scheme and scheme in _USES_NETLOC and url[:2] != '//'):
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urlunparse(components):
    """An address from its six parts.

    >>> urllib.parse.urlunparse(('https', 'a.example', '/x', '', 'y=1', ''))
    'https://a.example/x?y=1'
    """
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = '%s;%s' % (url, params)
    return urlunsplit((scheme, netloc, url, query, fragment))


def urldefrag(url):
    """The address without its fragment, and the fragment.

    >>> urllib.parse.urldefrag('https://a.example/#x').fragment
    'x'
    """
    if '#' in url:
        s, n, p, a, q, frag = urlparse(url)
        return DefragResult(urlunparse((s, n, p, a, q, '')), frag)
    return DefragResult(url, '')


def urljoin(base, url, allow_fragments=True):
    """An address relative to another.

    >>> urllib.parse.urljoin('https://a.example/b/c', '../d')
    'https://a.example/d'
    """
    if not base:
        return url
    if not url:
        return base
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in _USES_RELATIVE:
        return url
    if scheme in _USES_NETLOC:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if not path and not params:
        path = bpath
        params = bparams
        if not query:
            query = bquery
        return urlunparse((scheme, netloc, path, params, query, fragment))
    base_parts = bpath.split('/')
    if base_parts[-1] != '':
        del base_parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = base_parts + path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for part in segments:
        if part == '..':
            if resolved:
                resolved.pop()
        elif part != '.':
            resolved.append(part)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return urlunparse((scheme, netloc, '/'.join(resolved) or '/', params, query, fragment))


def quote_from_bytes(bs, safe='/'):
    r"""Bytes percent-encoded.

    >>> urllib.parse.quote_from_bytes(b'\xff ')
    '%FF%20'
    """
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, (bytes, bytearray)):
        safe = safe.decode('ascii', 'ignore')
    allowed = _SAFE + safe
    return ''.join([chr(b) if b < 128 and chr(b) in allowed else '%{:02X}'.format(b) for b in bs])


def quote(string, safe='/', encoding=None, errors=None):
    """Text percent-encoded for a path.

    >>> urllib.parse.quote('a b/é')
    'a%20b/%C3%A9'
    """
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """Text percent-encoded for a query, a space is `+`.

    >>> urllib.parse.quote_plus('a b/é')
    'a+b%2F%C3%A9'
    """
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + ' ' if isinstance(safe, str) else safe + b' ', encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    r"""Percent-encoding resolved to bytes.

    >>> urllib.parse.unquote_to_bytes('%ff')
    b'\xff'
    """
    if isinstance(string, str):
        string = string.encode('utf-8')
    pieces = string.split(b'%')
    out = [pieces[0]]
    for piece in pieces[1:]:
        try:
            out.append(bytes([int(piece[:2].decode('ascii'), 16)]) if len(piece[:2]) == 2 and piece[:2].isalnum() else b'%' + piece[:2])
            out.append(piece[2:])
        except ValueError:
            out.append(b'%' + piece)
            out[-1:] = [b'%' + piece]
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    """Percent-encoding resolved.

    >>> urllib.parse.unquote('a%20b%C3%A9')
    'a bé'
    """
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    # Only runs of escaped bytes and ASCII are decoded; text beyond ASCII stays as it is.
    out = []
    at = 0
    n = len(string)
    while at < n:
        end = at
        plain = ord(string[at]) > 127
        while end < n and (ord(string[end]) > 127) == plain:
            end += 1
        run = string[at:end]
        out.append(run if plain else unquote_to_bytes(run).decode(encoding or 'utf-8', errors or 'replace'))
        at = end
    return ''.join(out)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """Percent-encoding and `+` resolved.

    >>> urllib.parse.unquote_plus('a+b%26')
    'a b&'
    """
    return unquote(string.replace('+', ' '), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    """A query as a list of pairs.

    >>> urllib.parse.parse_qsl('a=1&b=2')
    [('a', '1'), ('b', '2')]
    """
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    r = []
    for name_value in qs.split(separator):
        if not name_value and not strict_parsing:
            continue
        nv = name_value.split('=', 1)
        if len(nv) != 2:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (name_value,))
            if not keep_blank_values:
                continue
            nv.append('')
        if len(nv[1]) or keep_blank_values:
            r.append((unquote_plus(nv[0], encoding, errors), unquote_plus(nv[1], encoding, errors)))
    return r


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    """A query as a dict of lists.

    >>> urllib.parse.parse_qs('a=1&a=2&b=x+y')
    {'a': ['1', '2'], 'b': ['x y']}
    """
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """A dict or pairs as a query.

    >>> urllib.parse.urlencode({'a': 1, 'b': 'x y'})
    'a=1&b=x+y'
    >>> urllib.parse.urlencode({'a': [1, 2]}, doseq=True)
    'a=1&a=2'
    """
    if hasattr(query, 'items'):
        query = query.items()
    elif isinstance(query, str) or not hasattr(query, '__iter__') or (len(query) and not isinstance(query[0], tuple)):
        raise TypeError('not a valid non-string sequence or mapping object')

    def text(v):
        if isinstance(v, bytes):
            return quote_via(v, safe)
        return quote_via(v if isinstance(v, str) else str(v), safe, encoding, errors)

    out = []
    for k, v in query:
        k = text(k)
        if doseq and not isinstance(v, (str, bytes)) and hasattr(v, '__len__'):
            out.extend(k + '=' + text(item) for item in v)
        else:
            out.append(k + '=' + text(v))
    return '&'.join(out)
