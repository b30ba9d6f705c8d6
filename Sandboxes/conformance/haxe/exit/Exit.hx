class Exit {
    static function main() {
        Sys.exit(3);
    }
}
