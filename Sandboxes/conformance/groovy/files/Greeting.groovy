class Greeting {
    static greet(name) {
        println "Hello, $name!"
    }
}
