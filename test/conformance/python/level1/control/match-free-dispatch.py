def kind(x):
    if x is None: return 'none'
    if isinstance(x, bool): return 'bool'
    if isinstance(x, (int, float)): return 'number'
    if isinstance(x, str): return 'text' if x else 'empty text'
    if isinstance(x, (list, tuple)): return [kind(i) for i in x]
    if isinstance(x, dict): return {k: kind(v) for k, v in x.items()}
    return type(x).__name__
print(kind([1, 'a', None, True, 2.5, '', (1,), {'k': [b'x']}, {1}, range(2), kind]))
def visit(node, depth=0):
    pad = '  ' * depth
    if isinstance(node, dict):
        for k, v in node.items():
            if isinstance(v, (dict, list)): print(f'{pad}{k}:'); visit(v, depth + 1)
            else: print(f'{pad}{k}: {v!r}')
    elif isinstance(node, list):
        for i, v in enumerate(node):
            print(f'{pad}- {v!r}' if not isinstance(v, (dict, list)) else f'{pad}-')
            if isinstance(v, (dict, list)): visit(v, depth + 1)
visit({'name': 'x', 'list': [1, {'a': None}, [2]], 'sub': {'t': True, 'f': 1.0}})
table = {int: lambda v: v + 1, str: str.upper, list: len}
print([table.get(type(v), repr)(v) for v in (1, 'a', [1, 2], None, 2.5)])
