const std = @import("std");

pub fn greet(io: std.Io, name: []const u8) !void {
    var buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(io, &buffer);
    try out.interface.print("Hello, {s}!\n", .{name});
    try out.interface.flush();
}
