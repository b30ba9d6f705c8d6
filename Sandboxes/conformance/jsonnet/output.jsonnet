std.repeat(std.repeat('x', 99) + '\n', 100000)
