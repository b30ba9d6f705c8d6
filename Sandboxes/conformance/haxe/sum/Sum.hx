import haxe.Int64;

class Sum {
    static function main() {
        final input = Sys.stdin();
        var sum = Int64.ofInt(0);
        for (_ in 0...Std.parseInt(input.readLine())) sum += Std.parseInt(input.readLine());
        Sys.println(Int64.toStr(sum));
    }
}
