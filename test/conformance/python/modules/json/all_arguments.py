import json
print(json.dumps({'a':[1,2.5,None,True,'é"\n'],'b':{}}), json.dumps([1,2],indent=2), json.dumps({'b':1,'a':2},sort_keys=True), json.dumps('é',ensure_ascii=False), json.dumps([1,2],separators=(',',':')), json.dumps({1:2,None:3,True:4,1.5:6}), json.loads('[1, 2.0, "a\\u00e9", null, true, {"x": []}]'), json.dumps(float('inf')), json.loads('1e5'), json.loads(' {"a" : 1} '), json.dumps({}), json.dumps([],indent=2), json.dumps({'a':{}},indent=1))
for f in [lambda:json.loads(''), lambda:json.loads('{'), lambda:json.loads('[1,]'), lambda:json.loads('{"a":1,}'), lambda:json.loads('nope'), lambda:json.loads('"a'), lambda:json.loads('[1] x'), lambda:json.dumps(object), lambda:json.dumps({(1,2):3}), lambda:json.dumps({1,2}), lambda:json.loads(5), lambda:json.dumps(float('nan'),allow_nan=False), lambda:json.loads("{'a':1}"), lambda:json.loads('{"a" 1}'), lambda: json.dumps(b'a'), lambda: json.loads('"\\x"')]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
class E(json.JSONEncoder):
    def default(self,o): return str(o) if isinstance(o,complex) else super().default(o)
print(json.dumps({'a':1j},cls=E), json.dumps(1j,default=str), json.loads('{"a":1}',object_hook=lambda d:list(d)), json.loads('[1.5]',parse_float=str), json.loads('{"a":1,"a":2}',object_pairs_hook=list), json.loads('[1]',parse_int=float))
from enum import IntEnum
class I(IntEnum): A=1
print(json.dumps([I.A,{I.A:1}]), json.dumps((1,2)), json.dumps(type('D',(dict,),{})(a=1)), json.JSONDecoder().decode('[1]'), json.JSONEncoder(indent=1).encode([1]), json.JSONDecoder().raw_decode('[1] x'), list(json.JSONEncoder().iterencode([1,'a'])) and 1)
