if "Hello" is "Hello":
    print("Hello, World!")
