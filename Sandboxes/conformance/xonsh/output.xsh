line = "x" * 99
for _ in range(100_000):
    print(line)
