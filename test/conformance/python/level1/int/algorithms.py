def gcd(a, b):
    while b: a, b = b, a % b
    return a
def is_prime(n):
    if n < 2: return False
    i = 2
    while i * i <= n:
        if n % i == 0: return False
        i += 1
    return True
def collatz(n):
    steps = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
    return steps
def to_base(n, b):
    if n == 0: return '0'
    out = ''
    while n: n, r = divmod(n, b); out = '0123456789abcdefghijklmnopqrstuvwxyz'[r] + out
    return out
print(gcd(48, 36), gcd(10 ** 20, 6 ** 15), [n for n in range(50) if is_prime(n)], collatz(27), to_base(255, 16), to_base(10 ** 15, 36))
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x: x, y = y, (y + n // y) // 2
    return x
print(isqrt(10 ** 40), isqrt(2 * 10 ** 30), sum(int(d) for d in str(2 ** 1000)), len(str(3 ** 500)))
def fact(n): return n * fact(n - 1) if n else 1
print(fact(25), fact(40) // fact(38), [fact(i) % 1000007 for i in range(10, 15)])
a, b = 0, 1
for _ in range(150): a, b = b, a + b
print(a, a % 10 ** 9, a >> 64, hex(a), bin(a).count('1'))
print(sum(i * i for i in range(1000)), sum(range(10 ** 6)), pow(7, 10 ** 18, 10 ** 9 + 7), (1 << 127) - 1)
def egcd(a, b):
    if a == 0: return b, 0, 1
    g, x, y = egcd(b % a, a)
    return g, y - (b // a) * x, x
print(egcd(240, 46), all(egcd(a, b)[0] == gcd(a, b) for a in range(1, 20) for b in range(1, 20)))
def digits(n): return [int(c) for c in str(n)]
print([n for n in range(100, 1000) if sum(d ** 3 for d in digits(n)) == n], int(''.join(reversed(str(12345)))))
pi = 0; n = 1
q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
out = ''
while len(out) < 30:
    if 4 * q + r - t < m * t:
        out += str(m)
        q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
    else:
        q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
print(out)
