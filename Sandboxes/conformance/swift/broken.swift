let known = 1

print(known + unknown)
