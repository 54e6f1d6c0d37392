from fractions import Fraction as F
print(F(1,2)+F(1,3), F('3/4'), F(0.5), F('1.25'), F(3), repr(F(-6,4)), F(1,3)*3, F(1,2)/F(1,4), F(7,2)//1, F(7,2)%1, F(1,2)**2, F(4)**F(1,2), F(1,2)**-1, -F(1,2), abs(F(-1,2)), F(1,2)<F(2,3), F(1,2)==0.5, hash(F(1,2))==hash(0.5), float(F(1,3)), int(F(7,2)), round(F(7,2)), round(F(22,7),2), F(1,2)+0.5, F(1,2)+1, 1-F(1,3), F(3.14159).limit_denominator(100), F(1,2).numerator, F.from_float(0.25), sum([F(1,2)]*3), max(F(1,2),F(2,3)), divmod(F(7,2),1), F('1e3'), F(' -3/4 '), bool(F(0)), F(1,2).as_integer_ratio(), 2**F(3), F(10,4).denominator, sorted([F(1,2),0.3,1]))
import math
print(math.floor(F(7,2)), math.ceil(F(7,2)), math.trunc(F(-7,2)), hash(F(5))==hash(5), F(1,2)+1j)
for f in [lambda:F(1,0), lambda:F('a'), lambda:F(1,2)/0, lambda:F([]), lambda:F(1.5,2), lambda: F(1,2)+'a', lambda: F(1,2)<'a', lambda: F('1/0')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
