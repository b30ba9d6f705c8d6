const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &buffer);
    for (0..100_000) |_| {
        try out.interface.splatByteAll('x', 99);
        try out.interface.writeByte('\n');
    }
    try out.interface.flush();
}
