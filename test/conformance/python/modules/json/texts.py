import json

for v in (None, True, False, 0, -5, 10 ** 30, 1.5, 1e100, 1e-7, 'text', 'é"\\\n\t\x01\u2028😀', [], {}, [1, [2, {'a': None}]], {'b': 1, 'a': [True, 'x']}, (1, 2), {1: 'a', 2.5: 'b', True: 'c', None: 'd'},
          float('inf'), float('nan'), '\x7f', {'k': ()}, [[]], [{}], '</script>'):
    print(json.dumps(v), json.dumps(v, ensure_ascii=False), json.dumps(v, indent=2), json.dumps(v, separators=(',', ':')))
print(json.dumps({'b': 1, 'a': {'d': 1, 'c': 2}}, sort_keys=True, indent=4), json.dumps([1, 2], indent='\t'), json.dumps({'a': 1}, indent=0), json.dumps([1, {'a': 2}], indent=1, separators=(';', '=')))
print(json.dumps({1, 2}, default=sorted), json.dumps({'x': {3}}, default=list), json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))
for t in ('null', 'true', ' [1, 2.0, -3e5] ', '{"a": {"b": []}}', '"\\u00e9\\n\\ud83d\\ude00"', '1', '-0', '1E400', 'NaN', '-Infinity', '{"a":1,"a":2}', '123456789012345678901234567890', '[[[]]]', '"\\/"', '0.1'):
    print(repr(json.loads(t)), type(json.loads(t)).__name__)
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.loads('[1.1]', parse_float=str), json.loads('[1, 2]', parse_int=float), json.loads('[NaN]', parse_constant=lambda c: 'const ' + c))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads('5', parse_int=str))
for t in ('', ' ', '{', '[1,', '[1 2]', '{"a"}', '{"a":}', '{a: 1}', "{'a': 1}", '[1,]', '{"a": 1,}', '"abc', '"\\x"', '"a\nb"', 'tru', '01', '1.', '.5', '+1', '[1]]', '{} {}', '"\\u12"', '\n\n  x', '-', '[1, 2', '{"a": 1 "b"}', 'nul', '"\\ud800"'):
    try:
        print(repr(t), ascii(json.loads(t)))
    except json.JSONDecodeError as e:
        print(repr(t), e, '|', e.msg, e.pos, e.lineno, e.colno, e.doc == t, isinstance(e, ValueError))
for f in (lambda: json.dumps({1, 2}), lambda: json.dumps(object), lambda: json.dumps({(1,): 2}), lambda: json.loads(5), lambda: json.dumps(float('nan'), allow_nan=False), lambda: json.loads(None),
          lambda: json.dumps({'a': 1, 2: 3}, sort_keys=True), lambda: json.dumps(b'x'), lambda: json.loads('\ufeff[]')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = [1]
a.append(a)
try:
    json.dumps(a)
except ValueError as e:
    print(e)


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex_like):
            return [o.real, o.imag]
        return super().default(o)


class complex_like:
    real, imag = 1, 2


print(json.dumps({'z': complex_like()}, cls=Encoder), Encoder(indent=1).encode([complex_like()]))
try:
    json.dumps([set()], cls=Encoder)
except TypeError as e:
    print(e)
print(json.loads(json.dumps({'n': [1, 2, {'x': 'y'}]})) == {'n': [1, 2, {'x': 'y'}]}, json.dumps('a' * 20), json.dumps({'a': 1}) == '{"a": 1}')
