class Words {
    static function main() {
        final counts = new Map<String, Int>();
        var different = 0;
        try {
            while (true) {
                final word = Sys.stdin().readLine();
                if (!counts.exists(word)) {
                    counts[word] = 0;
                    different++;
                }
                counts[word]++;
            }
        } catch (end:haxe.io.Eof) {}
        Sys.println(different);
        Sys.println(counts["judge"]);
    }
}
