const std = @import("std");

pub fn main(init: std.process.Init) !void {
    const address = try std.Io.net.IpAddress.parse("192.0.2.1", 80);
    _ = address.connect(init.io, .{ .mode = .stream }) catch {
        try std.Io.File.stdout().writeStreamingAll(init.io, "no network\n");
    };
}
