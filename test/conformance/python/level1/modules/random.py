import random
random.seed(42); print([random.randint(1, 100) for _ in range(5)], random.random(), random.choice('abcdef'), random.uniform(1, 2), random.randrange(10), random.randrange(0, 100, 5))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 4), random.choices('ab', k=5), random.getrandbits(16), random.gauss(0, 1))
random.seed('text'); print(random.random()); random.seed(10 ** 20); print(random.random())
r = random.Random(7); print(r.random(), r.randint(0, 9), random.Random(7).random())
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
