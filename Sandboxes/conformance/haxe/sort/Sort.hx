class Sort {
    static function main() {
        final input = Sys.stdin();
        final values = [for (_ in 0...Std.parseInt(input.readLine())) Std.parseInt(input.readLine())];
        values.sort((a, b) -> a < b ? -1 : a > b ? 1 : 0);
        for (value in values) Sys.println(value);
    }
}
