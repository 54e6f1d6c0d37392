# Escaping for HTML. unescape knows numeric references and the names people meet.

_NAMES = {
    'not': '¬',
    'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '©', 'reg': '®', 'trade': '™',
    'hellip': '…', 'mdash': '—', 'ndash': '–', 'lsquo': '‘', 'rsquo': '’', 'ldquo': '“', 'rdquo': '”', 'bull': '•',
    'euro': '€', 'pound': '£', 'yen': '¥', 'cent': '¢', 'sect': '§', 'deg': '°', 'plusmn': '±', 'times': '×',
    'divide': '÷', 'laquo': '«', 'raquo': '»', 'middot': '·', 'para': '¶', 'micro': 'µ', 'frac12': '½', 'frac14': '¼',
    'frac34': '¾', 'iexcl': '¡', 'iquest': '¿', 'szlig': 'ß', 'agrave': 'à', 'aacute': 'á', 'acirc': 'â',
    'atilde': 'ã', 'auml': 'ä', 'aring': 'å', 'aelig': 'æ', 'ccedil': 'ç', 'egrave': 'è', 'eacute': 'é', 'ecirc': 'ê',
    'euml': 'ë', 'igrave': 'ì', 'iacute': 'í', 'icirc': 'î', 'iuml': 'ï', 'ntilde': 'ñ', 'ograve': 'ò', 'oacute': 'ó',
    'ocirc': 'ô', 'otilde': 'õ', 'ouml': 'ö', 'oslash': 'ø', 'ugrave': 'ù', 'uacute': 'ú', 'ucirc': 'û', 'uuml': 'ü',
    'yacute': 'ý', 'yuml': 'ÿ', 'Agrave': 'À', 'Aacute': 'Á', 'Acirc': 'Â', 'Atilde': 'Ã', 'Auml': 'Ä', 'Aring': 'Å',
    'AElig': 'Æ', 'Ccedil': 'Ç', 'Egrave': 'È', 'Eacute': 'É', 'Ecirc': 'Ê', 'Euml': 'Ë', 'Ntilde': 'Ñ',
    'Oacute': 'Ó', 'Ouml': 'Ö', 'Oslash': 'Ø', 'Uacute': 'Ú', 'Uuml': 'Ü', 'larr': '←', 'uarr': '↑', 'rarr': '→',
    'darr': '↓', 'harr': '↔', 'infin': '∞', 'ne': '≠', 'le': '≤', 'ge': '≥', 'alpha': 'α', 'beta': 'β', 'gamma': 'γ',
    'delta': 'δ', 'pi': 'π', 'omega': 'ω', 'Omega': 'Ω', 'sum': '∑', 'minus': '−', 'radic': '√', 'hearts': '♥',
}


_WINDOWS = dict(zip((0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97,
                     0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f), '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'))
_BARE = frozenset((
    'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc '
    'Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute '
    'aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute '
    'ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot '
    'nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy '
    'sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml '
).split())


def escape(s, quote=True):
    """Text with `&`, `<`, `>` and quotes written as entities.

    >>> html.escape('<a href="x">')
    '&lt;a href=&quot;x&quot;&gt;'
    """
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def unescape(s):
    """Text with entities resolved.

    >>> html.unescape('&lt;b&gt; &eacute; &#8364;')
    '<b> é €'
    """
    out = []
    at = 0
    while True:
        found = s.find('&', at)
        if found < 0:
            out.append(s[at:])
            return ''.join(out)
        out.append(s[at:found])
        end = found + 1
        while end < len(s) and end - found < 34 and (s[end].isalnum() or s[end] == '#'):
            end += 1
        text = _reference(s[found + 1:end]) if s[end:end + 1] == ';' else None
        if text is not None:
            end += 1
        elif s[found + 1:found + 2] == '#':
            while end > found and (text := _reference(s[found + 1:end])) is None:
                end -= 1
        else:
            # Some names are understood without their semicolon, the longest first.
            while end > found and (text := _NAMES.get(s[found + 1:end]) if s[found + 1:end] in _BARE else None) is None:
                end -= 1
        if text is None:
            out.append('&')
            at = found + 1
        else:
            out.append(text)
            at = end


def _reference(name):
    if not name.startswith('#'):
        return _NAMES.get(name)
    try:
        number = int(name[2:], 16) if name[1:2] in 'xX' else int(name[1:])
    except ValueError:
        return None
    if 0x80 <= number < 0xa0:
        # What browsers take these numbers for.
        return _WINDOWS.get(number, chr(number))
    if number == 0 or number > 0x10ffff or 0xd800 <= number <= 0xdfff:
        return '\ufffd'
    return chr(number)
