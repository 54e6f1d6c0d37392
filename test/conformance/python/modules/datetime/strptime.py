from datetime import datetime

for text, form in (('2024-05-17', '%Y-%m-%d'), ('17/05/24 13:04:05', '%d/%m/%y %H:%M:%S'), ('May 7, 2024', '%B %d, %Y'),
                   ('7 Jan 99', '%d %b %y'), ('01:05 PM', '%I:%M %p'), ('12:05 am', '%I:%M %p'), ('2024-05-17T13:04:05.12', '%Y-%m-%dT%H:%M:%S.%f'),
                   ('2024-05-17 +0200', '%Y-%m-%d %z'), ('2024-05-17 -03:30', '%Y-%m-%d %z'), ('2024-05-17 Z', '%Y-%m-%d %z'),
                   ('Fri May 17 13:04:05 2024', '%c'), ('Friday 17 May 2024', '%A %d %B %Y'), ('2024 137', '%Y %j'), ('2024 20 5', '%G %V %u'),
                   ('2024 20 1', '%Y %W %w'), ('2024 20 1', '%Y %U %w'), ('20240517', '%Y%m%d'), ('05/17/24', '%x'), ('13:04:05', '%X'),
                   ('  2024   05', '%Y %m'), ('2024  05', ' %Y %m '), ('100%', '%M0%%'), ('29 Feb', '%d %b'), ('UTC 5', '%Z %d'),
                   ('112', '%d%m'), ('1.2.2003', '%d.%m.%Y'), ('2003-2-1 5:6', '%Y-%m-%d %H:%M'), ('31.12.69', '%d.%m.%y'), ('31.12.68', '%d.%m.%y')):
    try:
        print(text, form, repr(datetime.strptime(text, form)))
    except Exception as e:
        print(text, form, type(e).__name__, e)
for text, form in (('2024', '%Y-%m'), ('2024-05-17x', '%Y-%m-%d'), ('2024-13-01', '%Y-%m-%d'), ('2024-02-30', '%Y-%m-%d'), ('x', '%Q'), ('5', '%'),
                   ('24:00', '%H:%M'), ('0', '%d'), ('2024 20', '%G %V'), ('2024 20 1', '%Y %V %u'), ('5', '%V')):
    try:
        print(text, form, repr(datetime.strptime(text, form)))
    except Exception as e:
        print(text, form, type(e).__name__, e)
