raw = '''id,name,dept,salary
1,Ann,eng,100.5
2,Bob,ops,80
3,Cy,eng,
4,"Dee, Jr",ops,95.25'''
def parse(line):
    out, cur, q = [], '', False
    for c in line:
        if c == '"': q = not q
        elif c == ',' and not q: out.append(cur); cur = ''
        else: cur += c
    return out + [cur]
head, *rows = [parse(l) for l in raw.splitlines()]
recs = [dict(zip(head, r)) for r in rows]
by = {}
for r in recs:
    try: r['salary'] = float(r['salary'])
    except ValueError as e: print('row', r['id'], e); r['salary'] = None
    by.setdefault(r['dept'], []).append(r)
for d, rs in sorted(by.items()):
    pay = [r['salary'] for r in rs if r['salary'] is not None]
    print(f"{d:<5}{len(rs):>3}{sum(pay):>10.2f}{sum(pay) / len(pay):>10.3f}  {', '.join(sorted(r['name'] for r in rs))}")
print(f"{'total':-^30}"); print(sorted(recs, key=lambda r: (r['salary'] is None, -(r['salary'] or 0)))[0]['name'], [r['name'].upper() for r in recs if ',' in r['name']])
