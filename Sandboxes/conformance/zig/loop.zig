pub fn main() void {
    var counter: u32 = 0;
    const shared: *volatile u32 = &counter;
    while (true) shared.* +%= 1;
}
