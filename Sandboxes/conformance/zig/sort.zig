const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [65536]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    var out_buffer: [65536]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &out_buffer);
    const count = try std.fmt.parseInt(usize, try in.interface.takeDelimiter('\n') orelse "", 10);
    const values = try init.gpa.alloc(i32, count);
    for (values) |*value| value.* = try std.fmt.parseInt(i32, try in.interface.takeDelimiter('\n') orelse "", 10);
    std.mem.sort(i32, values, {}, std.sort.asc(i32));
    for (values) |value| try out.interface.print("{d}\n", .{value});
    try out.interface.flush();
}
