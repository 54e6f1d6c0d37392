print(1j, 1+2j, complex(1,2), complex('1+2j'), (1+2j)*(3-4j), abs(3+4j))
print((1+2j).real, (1+2j).imag, (1+2j).conjugate(), (1+2j)==1, 1+0j==1, hash(1+0j), bool(0j))
print((-8)**(1/3), (1+2j)/(3-1j), (1+2j)**2, -(1+2j), +(1j), 2**1j, 1j**0.5, 1j**-1)
for f in [lambda:complex(1)<complex(2), lambda: 1j//1, lambda: 1j%2, lambda: divmod(1j,1), lambda: int(1j), lambda: float(1j), lambda: complex('a'), lambda: complex([]), lambda: complex('1',2), lambda: complex(1,'2'), lambda: 1j/0, lambda: 0j**-1, lambda: round(1j), lambda: [1][1j], lambda: sum([1j,2]), lambda: max([1j,2]), lambda: '%d'%1j, lambda: 1j<<1, lambda: ~1j, lambda: pow(1j,2,3), lambda: 1j+'a', lambda: 'a'*1j]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(f'{1+2j:.2f}', f'{1+2j}', '{:>10}'.format(1j), str(1j), repr(-0.0+1j), 1.5e20j, complex(1e20,-0.0), complex('nan'), complex('-infj'), complex(' ( 1-2J ) '.strip()), 1J, 0x10+1j, type(1j), isinstance(1j,complex), complex(), complex(1j,1j), complex(1.5), complex(True))
print([1,1j]==[1,1j], {1j:2}[1j], 1j in [1j], 1j!=2, 1==1+0j, complex(float('inf'),1), 1e3j, .5j, 1_0j)
class C:
    def __complex__(self): return 3+4j
print(complex(C()))
match 1+2j:
    case 1+2j: print('m')
