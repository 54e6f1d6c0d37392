try:
    int('abc')
except ValueError as e:
    raise TypeError('conversion failed') from e
