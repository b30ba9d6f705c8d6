const {Gio} = imports.gi;

const input = new Gio.DataInputStream({base_stream: new Gio.UnixInputStream({fd: 0})});
for (let i = 0; i < 2; i++) print(input.read_line_utf8(null)[0]);
print('žluťoučký kůň, καλημέρα, 日本語, 🙂');
