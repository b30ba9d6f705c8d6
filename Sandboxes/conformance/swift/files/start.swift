@main
struct Start {
    static func main() {
        greet("World")
    }
}
