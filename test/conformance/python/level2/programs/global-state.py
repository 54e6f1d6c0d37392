counter = 0
log = []
def tick():
    global counter
    counter += 1
    log.append(counter)
for _ in range(3): tick()
print(counter, log)
class Account:
    rate = 0.02
    def __init__(self, owner, balance=0): self.owner, self.balance = owner, balance; self.history = []
    def deposit(self, n):
        if n <= 0: raise ValueError('Deposit must be positive')
        self.balance += n; self.history.append(('d', n)); return self
    def withdraw(self, n):
        if n > self.balance: raise ValueError(f'Insufficient funds: {self.balance} < {n}')
        self.balance -= n; self.history.append(('w', n)); return self
a = Account('Ann', 100)
a.deposit(50).withdraw(30); print(a.balance, a.history)
for op in (lambda: a.withdraw(500), lambda: a.deposit(-1)):
    try: op()
    except ValueError as e: print(e)
words = '''the quick brown fox
jumps over the lazy dog
the end'''
freq = {}
for line in words.splitlines():
    for w in line.split(): freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:3]: print(f'{w:<6}{n:>3}')
table = [('apple', 1.5, 3), ('kiwi', 0.25, 12)]
for name, price, n in table: print('%-8s %6.2f x %2d = %7.2f' % (name, price, n, price * n))
print('total', sum(p * n for _, p, n in table))
