const {Gio} = imports.gi;

const input = new Gio.DataInputStream({base_stream: new Gio.UnixInputStream({fd: 0})});
let count = 0;
let last;
for (;;) {
    const [line] = input.read_line_utf8(null);
    if (line === null) break;
    count++;
    last = line;
}
print(count);
print(last);
