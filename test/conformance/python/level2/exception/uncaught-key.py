data = {'name': 'x'}
print(data['name'])
print(data['missing key'])
