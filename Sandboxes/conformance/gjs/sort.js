const {Gio} = imports.gi;

const input = new Gio.DataInputStream({base_stream: new Gio.UnixInputStream({fd: 0})});
const values = [];
for (let count = Number(input.read_line_utf8(null)[0]); count > 0; count--)
    values.push(Number(input.read_line_utf8(null)[0]));
values.sort((a, b) => a - b);
print(values.join('\n'));
