void main () {
    var blocks = new GenericArray<Bytes> ();
    while (true) {
        var block = new uint8[1 << 20];
        Memory.set (block, 1, block.length);
        blocks.add (new Bytes.take ((owned) block));
    }
}
