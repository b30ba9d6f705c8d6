void greet (string name) {
    print ("Hello, %s!\n", name);
}
