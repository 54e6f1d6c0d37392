import cmath
vals=[0,1,-1,1j,-1j,1+1j,-1.5+0.3j,0.25-2j,3+0j,1e-10j,100+1j, 0.5]
def s(c): return '%.10g %.10g'%((c.real or 0.0),(c.imag or 0.0)) if isinstance(c,complex) else c
for n in 'exp log log10 sqrt cos sin tan cosh sinh tanh acos asin atan acosh asinh atanh phase polar isnan'.split():
    for v in vals:
        try: print(n,v,s(getattr(cmath,n)(v)))
        except Exception as e: print(n,v,type(e).__name__,e)
print(cmath.rect(2,1), cmath.log(8,2), cmath.infj)
try: cmath.sqrt('a')
except TypeError as e: print(e)
