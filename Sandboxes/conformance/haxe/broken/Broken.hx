class Broken {
    static function main() {
        Sys.println(unknown);
    }
}
