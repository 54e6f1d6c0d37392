import re
class S(str): pass
class B(bytes): pass
print(re.match(S('a'),S('abc')))
import re
class B(bytes): pass
print(re.match(b'a',B(b'abc')))
import re
print(re.findall(b':+', memoryview(b'a:b::c')))
import re
print(re.findall(b':+', bytearray(b'a:b::c')))
import re
class S(str): 
    def __getitem__(self,i): return type(self)(super().__getitem__(i))
print(re.split(S(':'),S('a:b::c')), re.sub('b',S('x'),S('abc')), re.fullmatch('a',S('a')).group(), type(re.sub('y','a',S('xx'))))
