const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var factorial = try std.math.big.int.Managed.initSet(init.gpa, 1);
    var factor = try std.math.big.int.Managed.init(init.gpa);
    for (2..51) |i| {
        try factor.set(i);
        try factorial.mul(&factorial, &factor);
    }
    var buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &buffer);
    try out.interface.print("{s}\n", .{try factorial.toString(init.gpa, 10, .lower)});
    try out.interface.flush();
}
