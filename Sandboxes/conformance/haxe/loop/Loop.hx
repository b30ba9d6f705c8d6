class Loop {
    static function main() {
        var counter = 0;
        while (true) counter = (counter + 1) & 0xffff;
    }
}
