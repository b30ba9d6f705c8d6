const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [65536]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    const count = try std.fmt.parseInt(usize, try in.interface.takeDelimiter('\n') orelse "", 10);
    var sum: i64 = 0;
    for (0..count) |_| {
        sum += try std.fmt.parseInt(i64, try in.interface.takeDelimiter('\n') orelse "", 10);
    }
    var out_buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &out_buffer);
    try out.interface.print("{d}\n", .{sum});
    try out.interface.flush();
}
