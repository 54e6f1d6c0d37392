def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


# json
import json
shown(lambda: (json.dumps({'a': [1, 2.5, None, True, 'é"\n']}), json.dumps('é', ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps([1, 2], indent=2), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps([], indent=2), json.dumps({}, indent=1), json.dumps([1, {'a': 2}], separators=(',', ':')), json.dumps((1, 2)), json.dumps(float('nan')), json.dumps([float('inf')]), json.dumps(1e100), json.dumps('\u2028\x7f\ud83d\ude00'), json.dumps({'a': 1}, indent='\t')))
shown(lambda: (json.dumps({(1, 2): 3})))
shown(lambda: (json.dumps({(1, 2): 3}, skipkeys=True)))
shown(lambda: (json.dumps(object())))
shown(lambda: (json.dumps({1, 2})))
shown(lambda: (json.dumps(float('nan'), allow_nan=False)))
shown(lambda: (json.dumps(object, default=str), json.dumps({1}, default=list)))
l = []; l.append(l)
shown(lambda: (json.dumps(l)))
shown(lambda: (json.loads('{"a": [1, 2.5, null, true, "\\u00e9"]}'), json.loads('1'), json.loads('"x"'), json.loads(b'[1]'), json.loads(' [1] '), json.loads('1e5'), json.loads('-0'), json.loads('-0.0'), json.loads('NaN'), json.loads('[Infinity]'), json.loads('123456789012345678901234567890')))
shown(lambda: (json.loads('')))
shown(lambda: (json.loads('{')))
shown(lambda: (json.loads('[1,]')))
shown(lambda: (json.loads('{"a":1,}')))
shown(lambda: (json.loads('{a:1}')))
shown(lambda: (json.loads("{'a':1}")))
shown(lambda: (json.loads('[1 2]')))
shown(lambda: (json.loads('"abc')))
shown(lambda: (json.loads('"\n"')))
shown(lambda: (json.loads('"\\x"')))
shown(lambda: (json.loads('"\\u12"')))
shown(lambda: (json.loads('01')))
shown(lambda: (json.loads('1.')))
shown(lambda: (json.loads('nul')))
shown(lambda: (json.loads('[1] x')))
shown(lambda: (json.loads('{"a" 1}')))
shown(lambda: (json.loads(5)))
shown(lambda: (json.loads('{"a":1}', object_hook=lambda d: list(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=lambda p: p), json.loads('1.5', parse_float=str), json.loads('15', parse_int=float), json.loads('NaN', parse_constant=lambda x: x), json.loads('"a\tb"', strict=False)))
try: json.loads('[1,\n x]')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, e)
class Enc(json.JSONEncoder):
    def default(self, o): return 'enc' if isinstance(o, set) else super().default(o)
shown(lambda: (json.dumps(object(), cls=Enc)))
import io
f = io.StringIO(); json.dump({'a': 1}, f); print(f.getvalue(), json.load(io.StringIO('[1]')))
class I(int): pass
class S(str): pass
class D(dict): pass
shown(lambda: (json.dumps([I(5), S('a'), D(a=1)]), json.dumps([True, False, None]), json.dumps(10**30), json.dumps(1.0), json.dumps(-0.0), json.dumps('\x00\x1f')))
