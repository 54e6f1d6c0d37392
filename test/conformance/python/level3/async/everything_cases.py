def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


async def f(): return 1
c = f()
print(type(c), c.__name__, c.__qualname__, repr(c)[:24], type(f))
try: c.send(None)
except StopIteration as e: print(e.value)
shown(lambda: (c.send(None)))
shown(lambda: (c.close()))
class Aw:
    def __await__(self):
        r = yield 'y'
        return r
async def g():
    x = await Aw()
    print('x', x)
    return x
c = g()
print(c.send(None))
try: c.send(7)
except StopIteration as e: print(e.value)
c = g(); c.send(None)
shown(lambda: (c.throw(ValueError('v'))))
c = g()
shown(lambda: (c.send(5)))
c.close()
c = g(); c.send(None)
shown(lambda: (c.close()))
shown(lambda: (iter(g())))
shown(lambda: (next(g())))
shown(lambda: (list(g())))
shown(lambda: ([x for x in g()]))
async def bad(): await 5
shown(lambda: (bad().send(None)))
def run(c):
    try:
        while True: print('yielded', c.send(None))
    except StopIteration as e: return e.value
async def agen():
    try:
        for i in range(3):
            r = yield i
            if r: print('r', r)
            await Aw()
    finally: print("agen fin")
async def use():
    async for x in agen(): print(x)
    else: print('else')
    print([x async for x in agen() if x])
    print({x: y async for x in agen() for y in [1]})
    print([y async for y in (x * 2 async for x in agen())])
    broken = agen()
    async for x in broken:
        if x == 1: break
        if x == 0: continue
        print('never')
    else: print('no else')
    await broken.aclose()
    a = agen()
    print(await a.__anext__(), await a.asend('sent'))
    await a.aclose()
    try: await a.__anext__()
    except StopAsyncIteration: print('SAI')
    return 'done'
shown(lambda: (run(use())))
class CM:
    def __init__(s, sup=False): s.sup = sup
    async def __aenter__(self): print('enter'); await Aw(); return 'v'
    async def __aexit__(self, t, v, tb): print('exit', t and t.__name__, v); return self.sup
async def w():
    async with CM() as v: print(v)
    async with CM(True): raise ValueError('q')
    async with CM() as a, CM(True) as b: print(a, b); raise KeyError('k')
    for i in range(2):
        async with CM(): continue
    for i in range(2):
        async with CM(): break
    async with CM(): return 'ret'
shown(lambda: (run(w())))
async def w2():
    async with CM(): raise ValueError('out')
shown(lambda: (run(w2())))
async def w3():
    async with 5: pass
shown(lambda: (run(w3())))
async def w4():
    async for x in 5: pass
shown(lambda: (run(w4())))
class It:
    def __init__(s): s.n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 3: raise StopAsyncIteration
        return s.n
async def w5():
    async for x in It(): print(x)
    print([a async for a in It()], tuple([a async for a in It()]), {a async for a in It()})
    print(await anext(It()), aiter(It()).n)
    a, *b = [x async for x in It()]
    print(a, b)
    print([await f() for _ in range(2)], (await f()) + (await f()), -await f(), await f() ** 2)
    print(f'{await f()}', await f() if await f() else 0)
    return [(yield_ := await f()), yield_]
shown(lambda: (run(w5())))
async def si(): raise StopIteration
shown(lambda: (run(si())))
async def comp(): return [await Aw() for _ in range(2)]
shown(lambda: (run(comp())))
class Cls:
    async def m(self, x=1): return self, x
    @staticmethod
    async def s(): return 's'
    @classmethod
    async def c(cls): return cls.__name__
shown(lambda: (run(Cls.s()), run(Cls.c()), run(Cls().m())[1]))
async def outer():
    async def inner(): return await Aw()
    return await inner()
shown(lambda: (run(outer())))
import inspect, types
shown(lambda: (inspect.iscoroutinefunction(f), inspect.iscoroutine(f()), inspect.isasyncgenfunction(agen), inspect.isasyncgen(agen()), inspect.isawaitable(f()), isinstance(f(), types.CoroutineType), isinstance(agen(), types.AsyncGeneratorType), inspect.isgeneratorfunction(f)))
import collections.abc as abc
shown(lambda: (isinstance(f(), abc.Coroutine), isinstance(f(), abc.Awaitable), isinstance(agen(), abc.AsyncGenerator), isinstance(It(), abc.AsyncIterator), isinstance(It(), abc.AsyncIterable), isinstance(Aw(), abc.Awaitable)))
@types.coroutine
def old(): r = yield 'old'; return r
async def useold(): return await old()
shown(lambda: (run(useold())))
x = lambda: 5
async def lam(): return (lambda: 1)()
shown(lambda: (run(lam())))
async def tryit():
    try: await Aw(); raise ValueError('a')
    except ValueError as e: print('caught', e); await Aw()
    else: print('else')
    finally: await Aw(); print('fin')
shown(lambda: (run(tryit())))
async def ctx():
    try:
        try: raise ValueError(1)
        finally: await Aw()
    except ValueError as e: return repr(e)
shown(lambda: (run(ctx())))
a = agen()
shown(lambda: (f.__code__.co_flags & 0x80, agen.__code__.co_flags & 0x200))
