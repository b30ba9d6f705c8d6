const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [65536]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    var count: usize = 0;
    var last: []u8 = "";
    while (try in.interface.takeDelimiter('\n')) |line| {
        count += 1;
        init.gpa.free(last);
        last = try init.gpa.dupe(u8, line);
    }
    var out_buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &out_buffer);
    try out.interface.print("{d}\n{s}\n", .{ count, last });
    try out.interface.flush();
}
