import haxe.io.Bytes;

class Memory {
    static function main() {
        final blocks = [];
        while (true) {
            final block = Bytes.alloc(1 << 20);
            block.fill(0, block.length, 1);
            blocks.push(block);
        }
    }
}
