class Input {
    static function main() {
        var count = 0;
        var last = "";
        try {
            while (true) {
                last = Sys.stdin().readLine();
                count++;
            }
        } catch (end:haxe.io.Eof) {}
        Sys.println(count);
        Sys.println(last);
    }
}
