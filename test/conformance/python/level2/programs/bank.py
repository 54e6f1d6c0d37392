class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f'need {need:.2f}, have {have:.2f}')
        self.need, self.have = need, have
class Account:
    _next = 1
    def __init__(self, owner, balance=0.0):
        self.id = Account._next; Account._next += 1
        self.owner = owner; self.balance = balance; self.log = []
    def __repr__(self): return f'<Account {self.id} {self.owner!r} {self.balance:,.2f}>'
    def withdraw(self, n):
        if n > self.balance: raise InsufficientFunds(n, self.balance)
        self.balance -= n; self.log.append(('-', n))
    def deposit(self, n):
        if n <= 0: raise ValueError('amount must be positive')
        self.balance += n; self.log.append(('+', n))
class Bank:
    def __init__(self): self.accounts = {}
    def open(self, *a, **k): x = Account(*a, **k); self.accounts[x.id] = x; return x
    def transfer(self, a, b, n):
        try:
            self.accounts[a].withdraw(n)
            try: self.accounts[b].deposit(n)
            except Exception: self.accounts[a].deposit(n); raise
        except KeyError as e: raise LookupError(f'no account {e}') from e
        finally: print('transfer', a, b, n)
bank = Bank(); a = bank.open('Ann', 1234.5); b = bank.open('Bob')
bank.transfer(1, 2, 34.5); print(a, b)
for args in ((1, 2, 5000), (1, 9, 10), (9, 1, 1), (1, 2, -5)):
    try: bank.transfer(*args)
    except InsufficientFunds as e: print('!', e, e.need, e.have)
    except LookupError as e: print('!', type(e).__name__, e, repr(e.__cause__))
    except ValueError as e: print('!', e)
print(a, b, a.log, sum(x.balance for x in bank.accounts.values()))
