func greet(name) {
  write, format="Hello, %s!\n", name;
}
