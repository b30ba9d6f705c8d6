print("Hello, World!")
raise RuntimeError("after the answer")
