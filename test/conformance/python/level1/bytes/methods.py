b = b'abracadabra'
print(b.find(b'a'), b.find(b'a', 1), b.find(98), b.find(b'z'), b.rfind(b'a'), b.rfind(b'bra'), b.index(b'c'), b.rindex(b'b'), b.count(b'a'), b.count(97), b.count(b''), b.count(b'a', 3, 8))
print(b.startswith(b'ab'), b.startswith((b'x', b'a')), b.endswith(b'ra'), b.endswith(b'x'), b.startswith(b'bra', 1))
print(b.split(b'a'), b.split(b'a', 2), b' a b '.split(), b.rsplit(b'a', 1), b'a\nb\r\nc'.splitlines(), b'a\nb'.splitlines(True), b'a=b=c'.partition(b'='), b'a=b=c'.rpartition(b'='), b'abc'.partition(b'x'))
print(b.replace(b'a', b'X'), b.replace(b'a', b'', 2), b'  a '.strip(), b'xax'.strip(b'x'), b' a '.lstrip(), b' a '.rstrip(), b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c'))
print(b'Hello World'.upper(), b'Hello'.lower(), b'hello world'.title(), b'hello WORLD'.capitalize(), b'Hello'.swapcase(), b'\xe9'.upper())
print(b'ab'.center(6), b'ab'.center(6, b'*'), b'ab'.ljust(5, b'.'), b'ab'.rjust(5), b'-5'.zfill(4), b'a\tb'.expandtabs(4))
print(b'abc'.isalpha(), b'123'.isdigit(), b'a1'.isalnum(), b' '.isspace(), b'ab'.islower(), b'AB'.isupper(), b'Ab'.istitle(), b'ab'.isascii(), b'\x80'.isascii(), b''.isalpha())
print(b','.join([b'a', b'b']), b''.join([]), b'-'.join((b'x', bytearray(b'y'))), b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abc'.translate(bytes(range(256)), delete=b'c'))
for f in (lambda: b.index(b'z'), lambda: b.find('a'), lambda: b','.join(['a']), lambda: b'a'.split(b''), lambda: b.replace('a', 'b'), lambda: b.startswith('a'), lambda: b.strip('a'), lambda: b'a'.center(5, b'ab'), lambda: b.find(256), lambda: b.foo, lambda: b'a'.translate(b'x'), lambda: bytes.maketrans(b'a', b'bc'), lambda: b','.join(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
