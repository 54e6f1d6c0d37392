from enum import Enum, IntEnum, auto, Flag
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], list(Color), len(Color), Color.RED is Color.CRIMSON, Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.RED])
for f in (lambda: Color(9), lambda: Color['X'], lambda: Color.X, lambda: Color.RED < Color.BLUE):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class N(IntEnum): ONE = 1; TWO = 2
print(N.ONE + 1, N.ONE < N.TWO, N.ONE == 1, N(2), repr(N.TWO), f'{N.ONE}', [10, 20][N.ONE])
class A(Enum): X = auto(); Y = auto()
print([a.value for a in A], A.X.name, f'{A.X}', str(A.Y))
class S(Enum):
    A = 'a'
    def up(self): return self.value.upper()
    @classmethod
    def default(cls): return cls.A
print(S.A.up(), S.default(), Color.__members__['RED'], hash(Color.RED) == hash(Color.RED))
match Color.GREEN:
    case Color.RED: print('red')
    case Color.GREEN: print('green')
