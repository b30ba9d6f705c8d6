class Warned {
    @:deprecated("greet otherwise")
    static function greet() {
        Sys.println("Hello, World!");
    }

    static function main() {
        greet();
    }
}
