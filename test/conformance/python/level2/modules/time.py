import time
print(time.gmtime(0)[:6], time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(86400)), isinstance(time.time(), float), isinstance(time.time_ns(), int), time.strptime('2024-01-02', '%Y-%m-%d')[:3], time.gmtime(1700000000).tm_year, time.gmtime(1e9), time.asctime(time.gmtime(0)), time.gmtime(0).tm_wday, time.mktime(time.localtime(1000)) == 1000.0)
