def shown(make):
    try:
        print(repr(make()))
    except BaseException as e:
        print(type(e).__name__, e)


import calendar
shown(lambda: (calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.month_name[1], calendar.day_abbr[0], calendar.leapdays(2000, 2024), calendar.weekday(2024, 1, 1), calendar.monthcalendar(2024, 2), calendar.timegm((2024, 1, 1, 0, 0, 0))))
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2024, 3))
print(calendar.calendar(2024)[:300])
shown(lambda: (list(calendar.Calendar().itermonthdays(2024, 2))[:10], list(calendar.Calendar().itermonthdates(2024, 2))[0], calendar.HTMLCalendar().formatmonth(2024, 2)[:60]))

print(calendar.HTMLCalendar().formatmonth(2024, 2))
print(calendar.HTMLCalendar(6).formatyear(2023)[-500:])
print(calendar.TextCalendar().formatyear(2023, m=4))
print(calendar.calendar(2024))
shown(lambda: (calendar.monthrange(2024, 13)))
shown(lambda: (calendar.setfirstweekday(7)))
calendar.setfirstweekday(6); print(calendar.month(2024, 1), calendar.firstweekday())
print(calendar.Calendar(6).monthdatescalendar(2024, 12)[-1], calendar.Calendar().yeardayscalendar(2024)[0][0])
print(list(calendar.Calendar().itermonthdays4(2024, 1))[:8], list(calendar.Calendar(3).iterweekdays()), calendar.weekheader(3), calendar.formatstring(['a', 'b']))
