# what str(e) holds: the suggestion of a traceback is not part of the message
class P:
    payload = 1
    def __init__(self): self.value = 2
try: P().paylod
except AttributeError as e: print(e)
try: P().vlaue
except AttributeError as e: print(e)
try: prnt('x')
except NameError as e: print(e)
length = 5
try: lenght
except NameError as e: print(e)
try: 'abc'.uper()
except AttributeError as e: print(e)
try: int.form_bytes
except AttributeError as e: print(e)
