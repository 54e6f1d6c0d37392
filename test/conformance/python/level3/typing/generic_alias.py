print(list[int], dict[str,int], int|str, int|None, tuple[int,...], type[int], set[str], frozenset[int], list[list[int]], list['X'], tuple[()])
print(list[int].__origin__, list[int].__args__, (int|str).__args__, list[int]==list[int], (int|str)==(str|int), int|str|int, hash(list[int])==hash(list[int]))
print(isinstance(1,int|str), isinstance('a',(int|str)), isinstance(None,int|None), issubclass(int,int|str), isinstance(1.0,int|str))
print(list[int]([1,2]), dict[str,int](a=1), list[int]|None, type(list[int]), type(int|str))
for f in [lambda:isinstance([],list[int]), lambda:int[str], lambda:str[0], lambda: int|5, lambda: list[int][str], lambda: bytes[1], lambda: 5|int]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class L(list[int]): pass
print(L.__mro__, L([1]), L.__bases__)
def f(a:list[int], b:int|None=None)->dict[str,int]: pass
print(f.__annotations__)
import types
print(types.GenericAlias(list,(int,)), types.UnionType, isinstance(int|str,types.UnionType), types.MappingProxyType({'a':1}), types.SimpleNamespace(a=1))
