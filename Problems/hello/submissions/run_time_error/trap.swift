print("Hello, World!")
fatalError("after the answer")
