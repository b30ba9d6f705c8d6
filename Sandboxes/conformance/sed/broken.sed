# prints what it reads

s/a/b
p
