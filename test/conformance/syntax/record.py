# Records what CPython makes of the sources in good.txt and bad.txt (separated by lines of ---): the tree in the form
# that syntax-probe.ts prints, or the error with its place. Run: python3 test/conformance/syntax/record.py
import ast, json, os, sys, warnings

warnings.simplefilter('ignore')

KINDS = '''MODULE NAME NONE TRUE FALSE ELLIPSIS INT FLOAT STR BYTES JOINED FORMATTED TUPLE LIST SET DICT DOUBLE_STAR LIST_COMP
SET_COMP GENERATOR DICT_COMP COMP_FOR UNARY BINARY AND OR COMPARE CONDITIONAL LAMBDA CALL KEYWORD ATTRIBUTE SUBSCRIPT SLICE
STARRED NAMED YIELD YIELD_FROM EXPRESSION ASSIGN AUG_ASSIGN ANN_ASSIGN RETURN DELETE PASS BREAK CONTINUE RAISE ASSERT GLOBAL
NONLOCAL IMPORT IMPORT_FROM ALIAS IF WHILE FOR TRY HANDLER WITH WITH_ITEM FUNCTION CLASS MATCH CASE ARGUMENTS ARG P_VALUE
P_SINGLETON P_CAPTURE P_STAR P_SEQUENCE P_MAPPING P_CLASS P_OR P_AS'''.split()
K = {name: i for i, name in enumerate(KINDS)}
OPS = '''Add Sub Mult MatMult Div FloorDiv Mod Pow LShift RShift BitAnd BitXor BitOr Not USub UAdd Invert Lt LtE Eq NotEq Gt
GtE In NotIn Is IsNot'''.split()
O = {name: i for i, name in enumerate(OPS)}


class Dumper:
    def __init__(self, source):
        self.starts = [0]
        data = source.encode()
        for i, b in enumerate(data):
            if b == 10:
                self.starts.append(i + 1)

    def at(self, n):
        if not hasattr(n, 'lineno'):
            return '@'
        return '@%d:%d' % (self.starts[n.lineno - 1] + n.col_offset, self.starts[n.end_lineno - 1] + n.end_col_offset)

    def op(self, o):
        return O[type(o).__name__]

    # One node: head (kind, names, flags), then left/right/third, items, others, heads, finals.
    def node(self, kind, n, name='', alias='', op=0, flag=False, extra=(), lrt=(None, None, None), items=(), others=(),
             heads=(), finals=(), place=True):
        out = ['(%d%s' % (K[kind], self.at(n) if place else '@')]
        if name: out.append('n=' + name)
        if alias: out.append('a=' + alias)
        if op: out.append('o=%d' % op)
        if flag: out.append('!')
        out.extend(extra)
        if any(x is not None for x in lrt):
            for x in lrt:
                out.append('-' if x is None else x)
        if items: out.append('[ ' + ' '.join(items) + ' ]')
        if others: out.append('+ [ ' + ' '.join(others) + ' ]')
        if heads: out.append('^ [ ' + ' '.join(heads) + ' ]')
        if finals: out.append('$ [ ' + ' '.join(finals) + ' ]')
        out.append(')')
        return ' '.join(out)

    def many(self, nodes):
        return [self.d(n) for n in nodes]

    def maybe(self, n):
        return None if n is None else self.d(n)

    def d(self, n):
        return getattr(self, type(n).__name__)(n)

    def Module(self, n): return self.node('MODULE', n, items=self.many(n.body))
    def Name(self, n): return self.node('NAME', n, name=n.id)

    def Constant(self, n):
        v = n.value
        if v is None: return self.node('NONE', n)
        if v is True: return self.node('TRUE', n)
        if v is False: return self.node('FALSE', n)
        if v is ...: return self.node('ELLIPSIS', n)
        if isinstance(v, int): return self.node('INT', n, extra=['v=%d' % v])
        if isinstance(v, float): return self.node('FLOAT', n, extra=['v=%r' % v])
        if isinstance(v, str): return self.node('STR', n, extra=['x=' + v.encode('utf-8', 'surrogatepass').hex()])
        return self.node('BYTES', n, extra=['x=' + v.hex()])

    def JoinedStr(self, n): return self.node('JOINED', n, items=[self.inner(v) for v in n.values], place=False)

    def inner(self, v):
        if isinstance(v, ast.Constant):
            return self.node('STR', v, extra=['x=' + v.value.encode('utf-8', 'surrogatepass').hex()], place=False)
        return self.node('FORMATTED', v, op=max(v.conversion, 0), lrt=(self.d(v.value), self.maybe(v.format_spec), None), place=False)

    def Tuple(self, n): return self.node('TUPLE', n, items=self.many(n.elts))
    def List(self, n): return self.node('LIST', n, items=self.many(n.elts))
    def Set(self, n): return self.node('SET', n, items=self.many(n.elts))

    def Dict(self, n):
        keys = [self.node('DOUBLE_STAR', n, place=False) if k is None else self.d(k) for k in n.keys]
        return self.node('DICT', n, items=keys, others=self.many(n.values))

    def comp(self, kind, n): return self.node(kind, n, lrt=(self.d(n.elt), None, None), items=[self.clause(g) for g in n.generators])
    def clause(self, g): return self.node('COMP_FOR', g, lrt=(self.d(g.target), self.d(g.iter), None), items=self.many(g.ifs), place=False)
    def ListComp(self, n): return self.comp('LIST_COMP', n)
    def SetComp(self, n): return self.comp('SET_COMP', n)
    def GeneratorExp(self, n): return self.comp('GENERATOR', n)
    def DictComp(self, n): return self.node('DICT_COMP', n, lrt=(self.d(n.key), self.d(n.value), None), items=[self.clause(g) for g in n.generators])
    def UnaryOp(self, n): return self.node('UNARY', n, op=self.op(n.op), lrt=(self.d(n.operand), None, None))
    def BinOp(self, n): return self.node('BINARY', n, op=self.op(n.op), lrt=(self.d(n.left), self.d(n.right), None))
    def BoolOp(self, n): return self.node('AND' if isinstance(n.op, ast.And) else 'OR', n, items=self.many(n.values))
    def Compare(self, n): return self.node('COMPARE', n, extra=['c=%d' % self.op(o) for o in n.ops], lrt=(self.d(n.left), None, None), items=self.many(n.comparators))
    def IfExp(self, n): return self.node('CONDITIONAL', n, lrt=(self.d(n.test), self.d(n.body), self.d(n.orelse)))
    def Lambda(self, n): return self.node('LAMBDA', n, lrt=(self.d(n.body), None, self.args(n.args)))

    def args(self, a):
        out = []
        plain = a.posonlyargs + a.args
        defaults = [None] * (len(plain) - len(a.defaults)) + a.defaults

        def one(arg, kind, default=None):
            return self.node('ARG', arg, name=arg.arg, op=kind, lrt=(self.maybe(default), self.maybe(arg.annotation), None), place=False)
        for i, (arg, default) in enumerate(zip(plain, defaults)):
            out.append(one(arg, 0 if i < len(a.posonlyargs) else 1, default))
        if a.vararg: out.append(one(a.vararg, 2))
        for arg, default in zip(a.kwonlyargs, a.kw_defaults):
            out.append(one(arg, 3, default))
        if a.kwarg: out.append(one(a.kwarg, 4))
        return self.node('ARGUMENTS', a, items=out, place=False)

    def Call(self, n): return self.node('CALL', n, lrt=(self.d(n.func), None, None), items=self.many(n.args), others=self.many(n.keywords))
    def keyword(self, n): return self.node('KEYWORD', n, name=n.arg or '', lrt=(self.d(n.value), None, None), place=False)
    def Attribute(self, n): return self.node('ATTRIBUTE', n, name=n.attr, lrt=(self.d(n.value), None, None))
    def Subscript(self, n): return self.node('SUBSCRIPT', n, lrt=(self.d(n.value), self.d(n.slice), None))
    def Slice(self, n): return self.node('SLICE', n, lrt=(self.maybe(n.lower), self.maybe(n.upper), self.maybe(n.step)), place=False)
    def Starred(self, n): return self.node('STARRED', n, lrt=(self.d(n.value), None, None))
    def NamedExpr(self, n): return self.node('NAMED', n, lrt=(self.d(n.target), self.d(n.value), None))
    def Yield(self, n): return self.node('YIELD', n, lrt=(self.maybe(n.value), None, None))
    def YieldFrom(self, n): return self.node('YIELD_FROM', n, lrt=(self.d(n.value), None, None))

    def Expr(self, n): return self.node('EXPRESSION', n, lrt=(self.d(n.value), None, None), place=False)
    def Assign(self, n): return self.node('ASSIGN', n, lrt=(self.d(n.value), None, None), items=self.many(n.targets))
    def AugAssign(self, n): return self.node('AUG_ASSIGN', n, op=self.op(n.op), lrt=(self.d(n.target), self.d(n.value), None))
    def AnnAssign(self, n): return self.node('ANN_ASSIGN', n, flag=bool(n.simple), lrt=(self.d(n.target), self.d(n.annotation), self.maybe(n.value)))
    def Return(self, n): return self.node('RETURN', n, lrt=(self.maybe(n.value), None, None))
    def Delete(self, n): return self.node('DELETE', n, items=self.many(n.targets))
    def Pass(self, n): return self.node('PASS', n)
    def Break(self, n): return self.node('BREAK', n)
    def Continue(self, n): return self.node('CONTINUE', n)
    def Raise(self, n): return self.node('RAISE', n, lrt=(self.maybe(n.exc), self.maybe(n.cause), None))
    def Assert(self, n): return self.node('ASSERT', n, lrt=(self.d(n.test), self.maybe(n.msg), None))
    def names(self, kind, n): return self.node(kind, n, items=[self.node('NAME', n, name=x, place=False) for x in n.names])
    def Global(self, n): return self.names('GLOBAL', n)
    def Nonlocal(self, n): return self.names('NONLOCAL', n)
    def alias(self, a): return self.node('ALIAS', a, name=a.name, alias=a.asname or '', place=False)
    def Import(self, n): return self.node('IMPORT', n, items=self.many(n.names))
    def ImportFrom(self, n): return self.node('IMPORT_FROM', n, name=n.module or '', op=n.level, items=self.many(n.names))
    def If(self, n): return self.node('IF', n, lrt=(self.d(n.test), None, None), items=self.many(n.body), others=self.many(n.orelse), place=False)
    def While(self, n): return self.node('WHILE', n, lrt=(self.d(n.test), None, None), items=self.many(n.body), others=self.many(n.orelse), place=False)
    def For(self, n): return self.node('FOR', n, lrt=(self.d(n.target), self.d(n.iter), None), items=self.many(n.body), others=self.many(n.orelse), place=False)
    def Try(self, n, flag=False): return self.node('TRY', n, flag=flag, items=self.many(n.body), others=self.many(n.orelse), heads=self.many(n.handlers), finals=self.many(n.finalbody), place=False)
    def TryStar(self, n): return self.Try(n, True)
    def ExceptHandler(self, n): return self.node('HANDLER', n, name=n.name or '', lrt=(self.maybe(n.type), None, None), items=self.many(n.body), place=False)
    def With(self, n): return self.node('WITH', n, items=self.many(n.body), heads=[self.node('WITH_ITEM', i, lrt=(self.d(i.context_expr), self.maybe(i.optional_vars), None), place=False) for i in n.items], place=False)
    def FunctionDef(self, n): return self.node('FUNCTION', n, name=n.name, lrt=(None, self.maybe(n.returns), self.args(n.args)), items=self.many(n.body), heads=self.many(n.decorator_list), place=False)

    def ClassDef(self, n):
        call = None
        if n.bases or n.keywords:
            call = self.node('CALL', n, items=self.many(n.bases), others=self.many(n.keywords), place=False)
        return self.node('CLASS', n, name=n.name, lrt=(call, None, None), items=self.many(n.body), heads=self.many(n.decorator_list), place=False)

    def Match(self, n): return self.node('MATCH', n, lrt=(self.d(n.subject), None, None), items=self.many(n.cases), place=False)
    def match_case(self, n): return self.node('CASE', n, lrt=(self.d(n.pattern), self.maybe(n.guard), None), items=self.many(n.body), place=False)
    def MatchValue(self, n): return self.node('P_VALUE', n, lrt=(self.d(n.value), None, None))
    def MatchSingleton(self, n): return self.node('P_SINGLETON', n, lrt=(self.node({None: 'NONE', True: 'TRUE', False: 'FALSE'}[n.value], n), None, None))
    def MatchStar(self, n): return self.node('P_STAR', n, name=n.name or '', place=False)
    def MatchSequence(self, n): return self.node('P_SEQUENCE', n, items=self.many(n.patterns), place=False)
    def MatchMapping(self, n): return self.node('P_MAPPING', n, name=n.rest or '', flag=n.rest is not None, items=self.many(n.keys), others=self.many(n.patterns))
    def MatchClass(self, n): return self.node('P_CLASS', n, extra=['k=' + k for k in n.kwd_attrs], lrt=(self.d(n.cls), None, None), items=self.many(n.patterns), others=self.many(n.kwd_patterns))
    def MatchOr(self, n): return self.node('P_OR', n, items=self.many(n.patterns))

    def MatchAs(self, n):
        if n.pattern is None:
            return self.node('P_CAPTURE', n, name=n.name or '')
        return self.node('P_AS', n, name=n.name, lrt=(self.d(n.pattern), None, None))


def outcome(source, name):
    try:
        tree = ast.parse(source)
        if name == 'bad':
            compile(source, '', 'exec')
    except SyntaxError as e:
        return {'error': '%s|%s|%s|%s' % (type(e).__name__, e.msg, e.lineno, e.offset)}
    return {'tree': Dumper(source).d(tree)}


here = os.path.dirname(os.path.abspath(__file__))
cases = []
for name in ('good', 'bad'):
    with open(os.path.join(here, name + '.txt'), encoding='utf-8') as f:
        for source in f.read().split('\n---\n'):
            result = outcome(source, name)
            if ('tree' in result) != (name == 'good'):
                print(name, repr(source), result, file=sys.stderr)
            cases.append({'source': source, **result})
with open(os.path.join(here, 'recorded.json'), 'w', encoding='utf-8') as f:
    json.dump(cases, f, ensure_ascii=False, indent=0)
print(len(cases), 'recorded')
