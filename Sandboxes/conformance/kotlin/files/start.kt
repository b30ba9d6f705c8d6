fun main() {
    greet("World")
}
