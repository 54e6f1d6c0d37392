import json
def e(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as x: print(type(x).__name__, x)
for v in [None, True, 1, -1.5, 'a"b\\\n\x00é😀', [1, [2]], {'a': 1, 'b': [None]}, (1, 2), {1: 2, None: 3, True: 4, 1.5: 5}, [], {}, float('inf'), float('nan'), 1e100, 10**30]:
    e(json.dumps, v)
e(json.dumps, {1, 2}); e(json.dumps, {(1,): 2}); e(json.dumps, {(1,): 2}, skipkeys=True); e(json.dumps, b'a'); e(json.dumps, object); e(json.dumps, [1, {'a': 2}], indent=2); e(json.dumps, {'b': 1, 'a': 2}, sort_keys=True); e(json.dumps, [1, 2], separators=(',', ':')); e(json.dumps, 'é', ensure_ascii=False); e(json.dumps, float('nan'), allow_nan=False); e(json.dumps, {1, 2}, default=list); e(json.dumps, [], indent=4); e(json.dumps, {}, indent='\t'); e(json.dumps, {'a': []}, indent=1)
x = []; x.append(x); e(json.dumps, x)
for s in ['null', 'true', '1', '-1.5e3', '"a\\u00e9\\n"', '[1, 2, {"a": null}]', '{}', '', '[', '[1,', '{"a"}', '{"a":1,}', '[1 2]', 'nul', '"abc', '"\\x"', '01', '1.', '-', 'NaN', 'Infinity', '-Infinity', '[1]x', '  1  ', '{"a":1,"a":2}', "'a'", '"\t"', '"\\ud83d\\ude00"', '"\\ud83d"', '{1:2}', '[,1]', '1e5', '1E400', '99999999999999999999999', '\ufeff1']:
    e(json.loads, s)
e(json.loads, b'[1]'); e(json.loads, 5); e(json.loads, bytearray(b'"a"')); e(json.loads, '1.5', parse_float=str); e(json.loads, '{"a": 1}', object_hook=lambda d: list(d)); e(json.loads, '{"a": 1}', object_pairs_hook=list); e(json.loads, '5', parse_int=float); e(json.loads, 'NaN', parse_constant=str)
import io
s = io.StringIO(); json.dump([1, 'a'], s); print(s.getvalue()); print(json.load(io.StringIO('{"x": [1]}')))
try: json.loads('[1,\n 2,,]')
except json.JSONDecodeError as x: print(x.msg, x.pos, x.lineno, x.colno, isinstance(x, ValueError))
