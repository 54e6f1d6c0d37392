def t(label, f):
    try: print(label, '->', f())
    except Exception as e: print(label, '->', type(e).__name__, e)
class R:
    __radd__ = None
    __ne__ = None
    __eq__ = None
    __lt__ = None
    __iadd__ = None
    __bool__ = None
    __len__ = None
    __contains__ = None
    __iter__ = None
    __index__ = None
    __hash__ = None
    __call__ = None
    __getitem__ = None
    __enter__ = None
    __neg__ = None
    __float__ = None
    __int__ = None
    __str__ = None
class A:
    def __add__(self, o): return NotImplemented
    def __ne__(self, o): return 'ne'
    def __eq__(self, o): return 'eq'
t('radd', lambda: 1 + R()); t('radd2', lambda: A() + R()); t('ne', lambda: R() != 1); t('ne2', lambda: 1 != R()); t('eq', lambda: R() == 1); t('lt', lambda: R() < 1); t('gt', lambda: 1 > R()); t('gt', lambda: A() != R())
def iadd():
    r = R(); r += 1
t('iadd', iadd); t('bool', lambda: bool(R())); t('len', lambda: len(R())); t('in', lambda: 1 in R()); t('iter', lambda: iter(R())); t('index', lambda: [1][R()]); t('hash', lambda: hash(R())); t('call', lambda: R()()); t('getitem', lambda: R()[0]); t('neg', lambda: -R()); t('float', lambda: float(R())); t('int', lambda: int(R())); t('str', lambda: str(R())); t('not', lambda: not R()); t('list', lambda: list(R()))
def w():
    with R(): pass
t('with', w)
class B1(int):
    __add__ = None
t('intsub', lambda: B1(1) + 1); t('intsub2', lambda: 1 + B1(1))
def cb():
    class X(bool): pass
t('boolsub', cb)
def cn():
    class X(type(None)): pass
t('nonesub', cn)
    def mk():
        class X(ty): pass
        return 'ok'
    t('sub ' + ty.__name__, mk)
t('bfb', lambda: bool.from_bytes(b'\0', 'big'))
class V:
    def __bytes__(self): return b'\x05'
t('fb', lambda: int.from_bytes(V(), 'big'))
l = [1]; m = l; l *= 3; print(m is l, m)
m = l.__imul__(2); print(m is l)
class Tr:
    def __init__(self, v): self.v = v
    def __trunc__(self): return self.v
t('trunc', lambda: int(Tr(Tr(5)))); t('trunc2', lambda: int(Tr('a'))); t('trunc3', lambda: int(Tr(1.5)))
class In:
    def __index__(self): return In()
t('index', lambda: int(In())); t('idx', lambda: [1][In()])
class It:
    def __int__(self): return It()
t('int', lambda: int(It())); 
class It2:
    def __int__(self): return True
t('int', lambda: int(It2()))
class F:
    def __float__(self): return 5
t('flt', lambda: float(F()))
