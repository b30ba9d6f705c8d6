const {Gio} = imports.gi;

const input = new Gio.DataInputStream({base_stream: new Gio.UnixInputStream({fd: 0})});
const count = Number(input.read_line_utf8(null)[0]);
let sum = 0;
for (let i = 0; i < count; i++) sum += Number(input.read_line_utf8(null)[0]);
print(sum);
