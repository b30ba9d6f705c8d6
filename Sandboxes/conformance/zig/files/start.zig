const std = @import("std");
const greeting = @import("greeting.zig");

pub fn main(init: std.process.Init) !void {
    try greeting.greet(init.io, "World");
}
