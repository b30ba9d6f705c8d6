const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [65536]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    var out_buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &out_buffer);
    for (0..2) |_| {
        try out.interface.print("{s}\n", .{try in.interface.takeDelimiter('\n') orelse ""});
    }
    try out.interface.writeAll("žluťoučký kůň, καλημέρα, 日本語, 🙂\n");
    try out.interface.flush();
}
