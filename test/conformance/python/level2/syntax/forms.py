if 1: a = 1; b = 2
x = (1 +
     2 +  # comment
     3)
y = 1 + \
    2
l = [
    1,
    2,
]
print(a, b, x, y, l); print('semi'); 
def f(a,
      b=(1,
         2)):
	return a, b
print(f(1))
class C: x = 1; y = 2
print(C.x, C.y)
if True:
  if True:
        print('odd indents')
  print('ok')

# a comment
    # an odd comment
for i in range(2): print(i); print(-i)
while 0: pass
try: pass
except: pass
def g(): "doc"; return 1
print(g(), g.__doc__)
lambda: (yield)
d = {
    'a': 1,  # one
    **{'b': 2},
}
print(d)
assert (x
        == 6)
print("""a
  b""", 'x' # implicit
      'y')
if (x > 1 and
        y > 1): print('both')
è = 'unicode name'; 变量 = 2; _x1 = 3
print(è, 变量, _x1)
print(1if x else 2, [1for _ in '1'], 0x1for x in [1]) if False else print('end')
print(1_0, 0b1_1, 0xF_F, 1e1_0, .5e1, 5., 0o7_7, 1E-2)
