print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'aaa'.replace('aa', 'b'), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('a', 'b'), 'abc'.replace('b', ''), 'abc'.replace('z', 'y'), 'aaa'.replace('a', 'bb', 0), 'aaa'.replace('a', 'bb', -1))
print('中文中文'.replace('中', 'zh'), 'zh-zh'.replace('zh', '中'), 'aé'.replace('é', 'e'))
print('hello'.translate({ord('h'): 'J', ord('l'): None, 101: 97}), 'hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate(str.maketrans('el', 'ip', 'o')), 'abc'.translate(str.maketrans({'a': 'xyz', 'b': None, 99: 'Q'})))
print(str.maketrans('ab', 'cd'), str.maketrans({'a': 1}), str.maketrans('a', 'b', 'c'))
print('\t1\t22\t'.expandtabs(), 'a\tb'.expandtabs(4), 'a\tb'.expandtabs(0), 'ab\n\tc'.expandtabs(3), '中\tb'.expandtabs())
for f in (lambda: 'a'.replace('a'), lambda: 'a'.replace(1, 'b'), lambda: 'a'.replace('a', None), lambda: str.maketrans('ab', 'c'), lambda: str.maketrans(1), lambda: str.maketrans({'ab': 1}), lambda: 'a'.replace('a', 'b', 'c')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
