print('bye')
raise SystemExit
print('never')
