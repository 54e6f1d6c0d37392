# The same seed gives CPython's numbers.
import random

for s in (0, 1, 42, -7, 2 ** 40, 2 ** 700 + 5, 'hello', b'bytes', bytearray(b'xy'), '', 3.5, True):
    random.seed(s)
    print(repr(s)[:30], random.random(), random.getrandbits(7), random.getrandbits(32), random.getrandbits(100))

random.seed(5)
print([random.randint(1, 6) for _ in range(20)])
print([random.randrange(10) for _ in range(10)], random.randrange(5, 50, 5), random.randrange(50, 5, -5))
print(random.choice('abcdef'), random.choice([1, 2, 3]), random.choice(range(100, 200)))
items = list(range(12))
random.shuffle(items)
print(items)
print(random.sample(range(1000), 8), random.sample('abcdefghij', 4), random.sample(range(10 ** 9), 6))
print(random.sample(['red', 'blue'], counts=[4, 2], k=5))
print(random.choices('abc', k=6), random.choices('abc', weights=[5, 1, 1], k=6), random.choices('abc', cum_weights=[1, 5, 9], k=3))
print(random.uniform(1, 10), random.triangular(1, 5, 2), random.normalvariate(0, 1), random.gauss(0, 1), random.gauss(1, 2))
print(random.expovariate(2), random.betavariate(1, 2), random.gammavariate(2, 3), random.gammavariate(0.5, 1))
print(random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(1, 4), random.lognormvariate(0, 0.5))
print(random.randbytes(10))
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random(), len(state), state[0], len(state[1]))
r = random.Random(99)
print(r.random(), r.randint(0, 10 ** 20), r.getrandbits(0))
for f in (lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 5, 0), lambda: random.choice([]),
          lambda: random.sample([1, 2], 3), lambda: random.choices('ab', weights=[1]), lambda: random.getrandbits(-1),
          lambda: random.seed([]), lambda: random.choices('ab', weights=[0, 0]), lambda: random.sample({1, 2}, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
