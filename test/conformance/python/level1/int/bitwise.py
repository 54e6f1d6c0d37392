for a in (0, 1, 5, -1, -6, 255, 2 ** 40, -2 ** 50, 2 ** 65 + 3, -2 ** 65):
    for b in (0, 3, -4, 2 ** 33, -2 ** 64):
        print(a, b, a & b, a | b, a ^ b, ~a)
mask = 0
for bit in (1, 3, 5): mask |= 1 << bit
print(bin(mask), mask & ~(1 << 3), [i for i in range(8) if mask >> i & 1], mask ^ 0xff, (mask & -mask).bit_length() - 1)
def rev(n, w): return int(f'{n:0{w}b}'[::-1], 2)
def pop(n):
    c = 0
    while n: n &= n - 1; c += 1
    return c
print(rev(0b1101, 4), rev(1, 8), pop(0xff00ff), pop(2 ** 100 - 1), 0xdeadbeef >> 16 & 0xff, (0x12 << 8) + 0x34 == 0x1234)
def gray(n): return [i ^ i >> 1 for i in range(2 ** n)]
print(gray(3), True & True, True | 2, False ^ 1, type(True & False), type(True & 1))
