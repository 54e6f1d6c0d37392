def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(e)
class A:
    def __getattr__(self, n): return self.x
try: A().y
except RecursionError as e: print(type(e).__name__)
class B:
    def __repr__(self): return repr(self)
try: repr(B())
except RecursionError as e: print(type(e).__name__)
def g():
    yield from g()
try: list(g())
except RecursionError as e: print(type(e).__name__)
l = []
for i in range(2000): l = [l]
try: repr(l)
except RecursionError as e: print(type(e).__name__)
