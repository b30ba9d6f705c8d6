void greet(string name) {
    write("Hello, %s!\n", name);
}
