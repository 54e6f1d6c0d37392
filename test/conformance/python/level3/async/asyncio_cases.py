import asyncio
async def w(n, d):
    print('start', n); await asyncio.sleep(d); print('end', n); return n
async def main():
    print(await asyncio.gather(w('a', 0.02), w('b', 0.01), w('c', 0)))
    t = asyncio.create_task(w('t', 0.01), name='tt'); print(t.get_name(), t.done()); print(await t, t.done(), t.result())
    try: await asyncio.wait_for(w('slow', 0.05), 0.01)
    except asyncio.TimeoutError: print('timeout')
    t = asyncio.create_task(w('x', 0.05)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', t.cancelled())
    async def bad(): raise ValueError('bad')
    print(await asyncio.gather(bad(), w('ok', 0), return_exceptions=True))
    try: await asyncio.gather(bad(), w('ok2', 0))
    except ValueError as e: print(e)
    ev = asyncio.Event()
    async def waiter(): await ev.wait(); print('event')
    t = asyncio.create_task(waiter()); await asyncio.sleep(0); ev.set(); await t
    lock = asyncio.Lock()
    async def locked(n):
        async with lock: print('lock', n); await asyncio.sleep(0); print('unlock', n)
    await asyncio.gather(locked(1), locked(2), locked(3))
    q = asyncio.Queue(2)
    async def prod():
        for i in range(4): await q.put(i); print('put', i)
        await q.put(None)
    async def cons():
        while (x := await q.get()) is not None: print('got', x)
    await asyncio.gather(prod(), cons())
    sem = asyncio.Semaphore(2)
    async def s(n):
        async with sem: print('in', n); await asyncio.sleep(0.01); print('out', n)
    await asyncio.gather(*[s(i) for i in range(4)])
    done, pending = await asyncio.wait([asyncio.create_task(w('p', 0.01)), asyncio.create_task(w('q', 0.05))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending)); [p.cancel() for p in pending]
    for f in asyncio.as_completed([w('1', 0.03), w('2', 0.01)]): print(await f)
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, f.set_result, 'fut')
    print(await f)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(w('g1', 0.01)); b = tg.create_task(w('g2', 0))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad()); tg.create_task(w('never', 1))
    except* ValueError as g: print(repr(g.exceptions))
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(1)
    except TimeoutError: print('timed out')
    return 'main'
print(asyncio.run(main()))
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
try: asyncio.run(5)
except ValueError as e: print(e)
async def boom(): raise KeyError('k')
try: asyncio.run(boom())
except KeyError as e: print(repr(e))
