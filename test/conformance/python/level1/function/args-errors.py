def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def d1(a, b=1): pass
def va(a, *args): pass
def kwo(*, k): pass
def kwo2(a, *, k, j): pass
def po(a, /): pass
def po2(a, b, /, c): pass
def kw(a, **kw): pass
class C:
    def m(self): pass
    def m2(self, a): pass
    def __init__(self, x): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
cases = [lambda: f0(1), lambda: f0(1, 2), lambda: f0(a=1), lambda: f1(), lambda: f1(1, 2), lambda: f1(b=1), lambda: f1(1, a=2), lambda: f2(), lambda: f2(1), lambda: f2(b=1), lambda: f2(1, 2, 3), lambda: f3(), lambda: f3(1), lambda: f3(b=2), lambda: d1(), lambda: d1(1, 2, 3), lambda: d1(1, c=3), lambda: va(), lambda: va(*[]), lambda: kwo(), lambda: kwo(1), lambda: kwo(1, 2, k=1), lambda: kwo2(1), lambda: kwo2(1, k=2), lambda: kwo2(1, 2, k=1, j=2), lambda: po(a=1), lambda: po(), lambda: po2(a=1, b=2, c=3), lambda: po2(1), lambda: kw(), lambda: kw(1, 2), lambda: kw(1, a=2), lambda: C(), lambda: C(1, 2), lambda: C(1).m(1), lambda: C(1).m2(), lambda: C.m(), lambda: C.s(), lambda: C.c(), lambda: C(1).s(1, 2), lambda: f1(*5), lambda: f1(**5), lambda: f1(*[1], **{'a': 2}), lambda: kw(1, **{1: 2}), lambda: f1(**{'a': 1}, **{'a': 2}), lambda: f2(1, **{'c': 3}), lambda: (lambda: 0)(1), lambda: (lambda x: 0)(), lambda: f1(1)(2), lambda: 5(), lambda: 'a'(), lambda: None(), lambda: [](1), lambda: f1.x, lambda: d1(1, 2, 3, 4, k=1), lambda: kw(*None), lambda: kw(1, **None), lambda: kwo2(j=1, k=2)]
for i, c in enumerate(cases):
    try:
        print(i, c())
    except Exception as e:
        print(i, type(e).__name__, e)
