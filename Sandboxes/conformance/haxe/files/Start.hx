class Start {
    static function main() {
        Greeting.greet("World");
    }
}
