# Wrong only because the package asks for case_sensitive.
print("hello, world!")
