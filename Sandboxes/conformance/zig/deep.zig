const std = @import("std");

fn depth(n: u32) u32 {
    return if (n == 0) 0 else 1 + depth(n - 1);
}

pub fn main(init: std.process.Init) !void {
    var buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &buffer);
    try out.interface.print("{d}\n", .{depth(100_000)});
    try out.interface.flush();
}
