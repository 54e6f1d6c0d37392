for x in [1]:
    try: pass
    except* ValueError: continue
