const std = @import("std");

var total = std.atomic.Value(u32).init(0);

fn add(number: u32) void {
    for (0..1000) |_| _ = total.fetchAdd(number, .monotonic);
}

pub fn main(init: std.process.Init) !void {
    var threads: [4]std.Thread = undefined;
    for (&threads, 0..) |*thread, number| thread.* = try std.Thread.spawn(.{}, add, .{@as(u32, @intCast(number))});
    for (threads) |thread| thread.join();
    var buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &buffer);
    try out.interface.print("{d}\n", .{total.load(.monotonic)});
    try out.interface.flush();
}
