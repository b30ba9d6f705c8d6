pub fn main() void {
    const known: u32 = 1;
    const half: u32 = known + unknown;
    _ = half;
}
