# What of the grammar a tree of python's ast uses: its nodes, where one node has several forms told apart.
import ast

# Nodes that no program of ours has: another mode of compiling, what async needs, and what stands for nothing of its own.
ELSEWHERE = {'Interactive', 'Expression', 'FunctionType', 'FunctionTypeIgnore', 'TypeIgnore', 'Module', 'AsyncFor', 'AsyncWith',
             'AsyncFunctionDef', 'Await', 'Load', 'Store', 'Del', 'Suite', 'Param', 'AugLoad', 'AugStore', 'Index',
             'ExtSlice', 'Num', 'Str', 'Bytes', 'NameConstant', 'Ellipsis'}
BASES = {'AST', 'mod', 'stmt', 'expr', 'expr_context', 'boolop', 'operator', 'unaryop', 'cmpop', 'excepthandler', 'pattern',
         'type_ignore', 'slice'}


def every():
    """All nodes that a program can have, by name."""
    return sorted(name for name, node in vars(ast).items()
                  if isinstance(node, type) and issubclass(node, ast.AST) and name not in ELSEWHERE | BASES)


def forms(node):
    """The node's name, and the name with each form that it has."""
    name = type(node).__name__
    yield name
    if isinstance(node, ast.Constant):
        yield name + ' ' + type(node.value).__name__
    if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Starred, ast.Tuple, ast.List)):
        yield name + ' ' + type(node.ctx).__name__
    if isinstance(node, (ast.For, ast.While)) and node.orelse:
        yield name + ' else'
    if isinstance(node, ast.Try):
        yield name + ''.join(' ' + part for part in ('handlers', 'orelse', 'finalbody') if getattr(node, part))
    if isinstance(node, ast.Raise):
        yield name + (' from' if node.cause else ' new' if node.exc else ' again')
    if isinstance(node, ast.Assert) and node.msg:
        yield name + ' message'
    if isinstance(node, ast.arguments):
        for part in ('posonlyargs', 'vararg', 'kwonlyargs', 'kwarg', 'defaults'):
            if getattr(node, part):
                yield name + ' ' + part
    if isinstance(node, ast.Call):
        if any(isinstance(arg, ast.Starred) for arg in node.args):
            yield name + ' *'
        if any(keyword.arg is None for keyword in node.keywords):
            yield name + ' **'
    if isinstance(node, ast.Dict) and None in node.keys:
        yield name + ' **'
    if isinstance(node, ast.Compare) and len(node.ops) > 1:
        yield name + ' chain'
    if isinstance(node, ast.comprehension) and node.ifs:
        yield name + ' if'
    if isinstance(node, ast.FormattedValue):
        if node.conversion != -1:
            yield name + ' !' + chr(node.conversion)
        if node.format_spec:
            yield name + ' spec'
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        if node.decorator_list:
            yield name + ' @'
    if isinstance(node, ast.ClassDef):
        if node.bases:
            yield name + ' bases'
        if node.keywords:
            yield name + ' keywords'
    if isinstance(node, ast.FunctionDef) and node.returns:
        yield name + ' returns'
    if isinstance(node, ast.match_case) and node.guard:
        yield name + ' guard'
    if isinstance(node, ast.MatchMapping) and node.rest:
        yield name + ' rest'
    if isinstance(node, ast.MatchClass) and node.kwd_attrs:
        yield name + ' keywords'
    if isinstance(node, ast.MatchAs):
        yield name + (' as' if node.pattern else ' capture' if node.name else ' _')
    if isinstance(node, ast.Assign) and len(node.targets) > 1:
        yield name + ' chain'
    if isinstance(node, ast.AugAssign):
        yield name + ' ' + type(node.op).__name__
    if isinstance(node, (ast.Import, ast.ImportFrom)) and any(alias.asname for alias in node.names):
        yield name + ' as'
    if isinstance(node, ast.Slice) and node.step:
        yield name + ' step'
    if isinstance(node, ast.With) and len(node.items) > 1:
        yield name + ' several'
    if isinstance(node, ast.withitem) and node.optional_vars:
        yield name + ' as'
    if isinstance(node, ast.ExceptHandler):
        yield name + (' bare' if not node.type else ' as' if node.name else ' type')
