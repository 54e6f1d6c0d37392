#!/usr/bin/env python3
"""Writes assembly/text/unicode-tables.ts from what this python3 says of every code point.

Classes are run lengths, case mappings are ranges; both are sequences of bytes that unicode.ts unpacks when first needed.
Run it with CPython 3.11, whose Unicode version (14.0) is the one promised:  python3 dataway-wasm/unicode.py
"""
import pathlib
import sys
import unicodedata

LAST = 0x110000
TESTS = [str.isalpha, str.isdecimal, str.isdigit, str.isnumeric, str.isspace, str.isupper, str.islower, str.istitle,
         str.isprintable, str.isidentifier]
# Bits 10, 11 and 12: may stand inside an identifier, is skipped when looking for a cased neighbour, is cased.


def flags(code):
    char = chr(code)
    bits = sum(1 << k for k, test in enumerate(TESTS) if test(char))
    if ('a' + char).isidentifier():
        bits |= 1 << 10
    if not 0xD800 <= code < 0xE000:
        follows = ('A' + char + 'Σ').lower().endswith('ς')
        alone = (char + 'Σ').lower().endswith('ς')
        if follows and not alone:
            bits |= 1 << 11
        if alone:
            bits |= 1 << 12
    return bits


def varint(n):
    out = []
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return out + [n]


def zigzag(n):
    return varint(n * 2 if n >= 0 else -n * 2 - 1)


def runs(values):
    """(class number, length) pairs: the number in the low 5 bits, short lengths in the high 3, longer ones as varints."""
    classes = sorted(set(values), key=lambda bits: -values.count(bits))
    assert len(classes) <= 32
    data = []
    start = 0
    count = 0
    for i in range(1, LAST + 1):
        if i < LAST and values[i] == values[start]:
            continue
        length = i - start
        number = classes.index(values[start])
        if values[start] & 2:
            assert length % 10 == 0 and all(unicodedata.decimal(chr(k)) == (k - start) % 10 for k in range(start, i))
        data += [number | (length - 1) << 5] if length <= 7 else [number | 7 << 5] + varint(length - 8)
        start = i
        count += 1
    return classes, data, count


def ranges(mapping):
    """Single-character mappings as (gap from the last end, count, step - 1, difference)."""
    pairs = sorted((code, ord(to) - code) for code, to in mapping.items())
    data = []
    count = 0
    last = 0
    i = 0
    while i < len(pairs):
        code, delta = pairs[i]
        step = 1
        j = i + 1
        if j < len(pairs) and pairs[j][1] == delta and pairs[j][0] - code in (1, 2):
            step = pairs[j][0] - code
            while j < len(pairs) and pairs[j][1] == delta and pairs[j][0] - pairs[j - 1][0] == step:
                j += 1
        data += varint(code - last) + varint((j - i - 1) * 2 + step - 1) + zigzag(delta)
        last = pairs[j - 1][0]
        count += 1
        i = j
    return data, count


def sequences(mapping):
    """Mappings of any length as (gap, number of code points, each as its difference to the code)."""
    data = []
    last = 0
    for code, to in sorted(mapping.items()):
        data += varint(code - last) + [len(to)]
        for char in to:
            data += zigzag(ord(char) - code)
        last = code
    return data, len(mapping)


def split(mapping):
    single = {code: to for code, to in mapping.items() if len(to) == 1}
    return single, {code: to for code, to in mapping.items() if len(to) > 1}


def main():
    assert unicodedata.unidata_version == '14.0.0', unicodedata.unidata_version
    upper, upper_long = split({i: chr(i).upper() for i in range(LAST) if chr(i).upper() != chr(i)})
    lower, lower_long = split({i: chr(i).lower() for i in range(LAST) if chr(i).lower() != chr(i)})
    def small(text):
        return ''.join(lower.get(ord(c), c) for c in text)

    # What unicode.ts assumes for title case and case folding; the rest are exceptions.
    title = {}
    fold = {}
    for i in range(LAST):
        char = chr(i)
        big = char.upper()
        if char.title() != big[0] + small(big[1:]):
            title[i] = char.title()
        if char.casefold() != small(big):
            fold[i] = char.casefold()
    classes, data, count = runs([flags(i) for i in range(LAST)])
    tables = [('RUNS', data, count)]
    tables += [(name, *ranges(m)) for name, m in (('UPPER_RANGES', upper), ('LOWER_RANGES', lower))]
    long = (('UPPER_LONG', upper_long), ('LOWER_LONG', lower_long), ('TITLE_EXCEPTIONS', title), ('FOLD_EXCEPTIONS', fold))
    tables += [(name, *sequences(m)) for name, m in long]
    lines = ['// Made by dataway-wasm/unicode.py from Unicode ' + unicodedata.unidata_version + ': do not edit.', '']
    lines += ['export const CLASSES: usize = memory.data<u16>([' + ', '.join(map(str, classes)) + '])', '']
    for name, data, count in tables:
        lines += ['// prettier-ignore', f'export const {name}: usize = memory.data<u8>([']
        row = ' '
        for byte in data:
            if len(row) + len(str(byte)) + 2 > 118:
                lines.append(row)
                row = ' '
            row += f' {byte},'
        lines += [row, '])', f'export const {name}_COUNT: i32 = {count}', '']
    path = pathlib.Path(__file__).parent / 'assembly' / 'text' / 'unicode-tables.ts'
    path.write_text('\n'.join(lines[:-1]) + '\n')
    print({name: (count, len(data)) for name, data, count in tables}, file=sys.stderr)


main()
