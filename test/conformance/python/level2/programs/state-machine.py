def machine():
    state = 'idle'; count = 0
    while True:
        cmd = yield state, count
        match state, cmd:
            case 'idle', 'start': state = 'running'
            case 'running', 'pause': state = 'paused'
            case 'paused', 'start' | 'resume': state = 'running'
            case 'running', ('tick', int(n)): count += n
            case _, 'stop': return count
            case s, c: print('ignored', s, c)
m = machine(); print(next(m))
for c in ('start', ('tick', 3), 'pause', ('tick', 1), 'resume', ('tick', 'x'), ('tick', 4)): print(m.send(c))
try: m.send('stop')
except StopIteration as e: print('total', e.value)
