class Output {
    static function main() {
        final line = StringTools.rpad("", "x", 99);
        for (_ in 0...100000) Sys.println(line);
    }
}
