const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [65536]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    var counts: std.StringHashMapUnmanaged(u32) = .empty;
    while (try in.interface.takeDelimiter('\n')) |word| {
        const found = try counts.getOrPut(init.gpa, word);
        if (!found.found_existing) {
            found.key_ptr.* = try init.gpa.dupe(u8, word);
            found.value_ptr.* = 0;
        }
        found.value_ptr.* += 1;
    }
    var out_buffer: [4096]u8 = undefined;
    var out = std.Io.File.stdout().writer(init.io, &out_buffer);
    try out.interface.print("{d}\n{d}\n", .{ counts.count(), counts.get("judge") orelse 0 });
    try out.interface.flush();
}
