const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var blocks: std.ArrayList([]u8) = .empty;
    while (true) {
        const block = try init.gpa.alloc(u8, 1 << 20);
        @memset(block, 1);
        try blocks.append(init.gpa, block);
    }
}
