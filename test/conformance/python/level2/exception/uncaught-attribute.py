class Config:
    name = 'x'
print(Config.name)
Config().port
