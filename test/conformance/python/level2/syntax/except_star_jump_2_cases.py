def f():
    try: raise ValueError
    except* ValueError: return 1
