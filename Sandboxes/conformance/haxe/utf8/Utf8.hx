class Utf8 {
    static function main() {
        for (_ in 0...2) Sys.println(Sys.stdin().readLine());
        Sys.println("žluťoučký kůň, καλημέρα, 日本語, 🙂");
    }
}
