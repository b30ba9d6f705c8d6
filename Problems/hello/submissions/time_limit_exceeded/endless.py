print("Hello, World!", flush=True)
while True:
    pass
