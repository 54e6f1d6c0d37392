import sys
print(sys.maxsize, sys.byteorder, sys.version_info[:2] >= (3, 7), type(sys.version).__name__, sys.float_info.max, sys.float_info.epsilon, sys.maxunicode, sys.getrecursionlimit() >= 100, isinstance(sys.path, list), isinstance(sys.argv, list), sys.implementation.name != '', 'sys' in sys.modules)
print('to stdout', file=sys.stdout); sys.stdout.write('written\n')
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0].__name__, sys.exc_info()[1])
print(sys.exc_info()[0])
