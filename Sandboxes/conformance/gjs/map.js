const {Gio} = imports.gi;

const input = new Gio.DataInputStream({base_stream: new Gio.UnixInputStream({fd: 0})});
const counts = new Map();
for (;;) {
    const [word] = input.read_line_utf8(null);
    if (word === null) break;
    counts.set(word, (counts.get(word) ?? 0) + 1);
}
print(counts.size);
print(counts.get('judge'));
