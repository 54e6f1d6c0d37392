class C:
    def __enter__(self): return [1, 2, 3]
    def __exit__(self, *a): return True
class O: pass
o = O()
d = {}
with C() as o.x, C() as d['k'], C() as (a, *b): print(o.x, d, a, b)
def g():
    with C():
        yield 1
        raise ValueError
    yield 2
print(list(g()))
def f():
    with C():
        raise StopIteration
    return 'after'
print(f())
