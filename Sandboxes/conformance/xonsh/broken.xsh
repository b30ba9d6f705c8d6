known = 1

if known = 1: print(known)
print(known)
