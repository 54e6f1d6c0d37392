class Tokenizer:
    def __init__(self, s): self.s = s; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        while self.i < len(self.s) and self.s[self.i].isspace(): self.i += 1
        if self.i >= len(self.s): raise StopIteration
        c = self.s[self.i]
        if c.isdigit() or c == '.':
            j = self.i
            while j < len(self.s) and (self.s[j].isdigit() or self.s[j] == '.'): j += 1
            tok = self.s[self.i:j]; self.i = j
            return ('num', float(tok) if '.' in tok else int(tok))
        self.i += 1
        if c in '+-*/()^': return ('op', c)
        raise SyntaxError(f'bad character {c!r} at {self.i - 1}')
PREC = {'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}
def parse(s):
    out, ops = [], []
    def apply():
        op = ops.pop(); b = out.pop(); a = out.pop()
        out.append({'+': lambda: a + b, '-': lambda: a - b, '*': lambda: a * b, '/': lambda: a / b, '^': lambda: a ** b}[op]())
    for kind, v in Tokenizer(s):
        if kind == 'num': out.append(v)
        elif v == '(': ops.append(v)
        elif v == ')':
            while ops[-1] != '(': apply()
            ops.pop()
        else:
            while ops and ops[-1] != '(' and (PREC[ops[-1]] > PREC[v] or (PREC[ops[-1]] == PREC[v] and v != '^')): apply()
            ops.append(v)
    while ops: apply()
    return out[0]
for e in ('1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '10 / 4 - 1', '1.5 * 4', '1 / 0', '2 $ 3', '(1 + 2', '8 / 2 / 2'):
    try: print(e, '=', parse(e))
    except ZeroDivisionError as x: print(e, 'ZeroDivisionError', x)
    except SyntaxError as x: print(e, 'SyntaxError', x)
    except (IndexError, KeyError) as x: print(e, type(x).__name__, x)
