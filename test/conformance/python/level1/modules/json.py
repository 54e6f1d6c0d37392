import json
print(json.dumps({'a': 1, 'b': [1, 2.5, None, True], 'c': {'d': 'x'}}), json.dumps([]), json.dumps({}), json.dumps('é中😀"\\\n\t\x01/'), json.dumps('é', ensure_ascii=False), json.dumps(1), json.dumps(1.0), json.dumps(None), json.dumps((1, 2)), json.dumps(10 ** 30), json.dumps(-0.0), json.dumps(1e100), json.dumps(float('inf')), json.dumps(float('nan')))
print(json.dumps({'b': 1, 'a': [1, {'z': 2}]}, indent=2), json.dumps([1, [], {}, [2]], indent=1), json.dumps({'a': 1}, indent='--'), json.dumps([1, 2], indent=0), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps([1, {'a': 2}], separators=(',', ':')), json.dumps({'a': 1}, separators=(', ', ' = ')))
print(json.dumps({1: 'a', 1.5: 'b', True: 'c', None: 'd'}), json.dumps({'x': {1, 2}}, default=sorted), json.dumps({(1, 2): 1, 'a': 2}, skipkeys=True), json.dumps('\u2028\x7f\ud800'), json.dumps(True), json.dumps({'k': (1, (2,))}))
print(json.loads('{"a": [1, 2.5, true, false, null, "x"], "b": {"c": {}}}'), json.loads('1'), json.loads(' [ ] '), json.loads('"\\u00e9\\n\\ud83d\\ude00\\/"'), json.loads('1e3'), json.loads('-0'), json.loads('-0.0'), json.loads('1.0'), json.loads('12345678901234567890123'), json.loads('1E400'), json.loads('NaN'), json.loads('-Infinity'), json.loads(b'{"k": "\xc3\xa9"}'), json.loads('{"a":1,"a":2}'))
for s in ('', '{', '[1,]', '{"a":}', "{'a': 1}", '[1 2]', '01', '1.', '.5', '"abc', '"\\x"', '"\n"', 'tru', '{"a" 1}', '{1: 2}', '[1]x', 'nul', '-', '[', '{"a":1,}', '"\\u12"', '\ufeff1', '+1', '[1,2', '1e', '{,}', 'undefined'):
    try: print(json.loads(s))
    except json.JSONDecodeError as e: print(repr(s), '->', e, '|', e.msg, e.pos, e.lineno, e.colno)
for v in ({1, 2}, object, b'x', {'a': {(1,): 2}}, [1, {'k': set()}], range(2), {b'k': 1}):
    try: print(json.dumps(v))
    except TypeError as e: print('TypeError', e)
try: json.loads(5)
except TypeError as e: print(e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
try: json.dumps(float('nan'), allow_nan=False)
except ValueError as e: print(e)
print(json.loads('{"a": 1.5, "b": 2}', parse_float=str, parse_int=lambda s: int(s) * 10), json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d.items())), json.loads('{"a": 1, "b": 2}', object_pairs_hook=lambda p: p), json.loads('[NaN]', parse_constant=lambda c: 'C' + c))
print(json.loads(json.dumps({'k': [1, 'é', None, 1.5, {'n': []}]})) == {'k': [1, 'é', None, 1.5, {'n': []}]}, isinstance(json.JSONDecodeError('m', 'd', 0), ValueError))
class E(json.JSONEncoder):
    def default(self, o): return 'set' if isinstance(o, set) else super().default(o)
print(json.dumps([{1}], cls=E))
