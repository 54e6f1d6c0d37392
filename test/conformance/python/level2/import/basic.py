import math
import json as j
from math import sqrt, pi as PI
from math import *
import urllib.parse
from urllib.parse import quote
import datetime, random
print(math.floor(2.5), j.dumps([1]), sqrt(16), round(PI, 5), ceil(1.2), urllib.parse.quote('a b'), quote('é'))
print(type(math).__name__, math.__name__, datetime.date(2020, 1, 2), repr(math)[:14])
try: import does_not_exist
except ModuleNotFoundError as e: print(e)
try: import math.nope
except ModuleNotFoundError as e: print(e)
try: from math import nope
except ImportError as e: print(str(e)[:36])
try: math.nope
except AttributeError as e: print(e)
def f():
    import string
    return string.digits
print(f())
if True:
    from collections import OrderedDict as OD
print(OD([('a', 1)]))
def g():
    from functools import reduce
    return reduce(lambda a, b: a * b, [1, 2, 3, 4])
print(g())
try:
    import maths
except ImportError:
    maths = None
print(maths)
from json import (
    dumps,
    loads as parse,
)
print(dumps({'a': [1, None, True]}), parse('{"b": 2}'))
