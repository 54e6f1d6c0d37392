if (n := len('hello')) > 3: print(n)
print((y := 5) + y, [z := 1, z + 1], (a := 1, b := 2), a, b)
data = [1, 2, 3, 4]
print([w for x in data if (w := x * 2) > 4], w)
i = 0
while (i := i + 1) < 3: print(i)
def f(): 
    if any((found := x) > 2 for x in data): return found
print(f(), (lambda: (q := 5) + q)(), f'{(k := 7)} {k}')
print({(m := 2): m + 1}, (t := (1, 2))[0], t)
it = iter([1, 2, 0, 3])
while (v := next(it)): print('v', v)
print(v)
total = 0
print([total := total + x for x in data], total)
def g(x=(dflt := 3)): return x
print(g(), dflt)
