def f():
    for x in [1]:
        try: raise ValueError
        except* ValueError: break
