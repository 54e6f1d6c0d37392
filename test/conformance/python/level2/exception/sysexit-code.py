import sys
print('before exit')
try:
    sys.exit('inner')
except SystemExit as e:
    print(e.code, e.args)
try:
    sys.exit()
except SystemExit as e:
    print(e.code)
sys.exit(0)
