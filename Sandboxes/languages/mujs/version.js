// It has no word for its version.
print("MuJS");
