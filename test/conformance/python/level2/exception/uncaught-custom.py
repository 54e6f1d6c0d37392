class AppError(Exception):
    pass
def process(items):
    for item in items:
        if item < 0:
            raise AppError(f'negative item: {item}')
        print('ok', item)
process([1, 2, -3, 4])
