class Uncaught {
    static function main() {
        throw "nobody catches this";
    }
}
