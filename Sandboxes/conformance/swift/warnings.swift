func greet() {
    var name = "World"
    print("Hello, \(name)!")
}

greet()
