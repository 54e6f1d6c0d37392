# Escaping for HTML. unescape knows numeric references and the names people meet.

_NAMES = {
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
        end = s.find(';', found, found + 34)
        text = None
        if end > 0:
            text = _reference(s[found + 1:end])
        if text is None:
            out.append('&')
            at = found + 1
        else:
            out.append(text)
            at = end + 1


def _reference(name):
    if not name.startswith('#'):
        return _NAMES.get(name)
    try:
        number = int(name[2:], 16) if name[1:2] in 'xX' else int(name[1:])
    except ValueError:
        return None
    if number == 0 or number > 0x10ffff or 0xd800 <= number <= 0xdfff:
        return '\ufffd'
    return chr(number)
