// Its argument's address leaves the function, so that the compiler cannot turn the recursion into a loop.
#[inline(never)]
fn depth(n: &u64) -> u64 {
    let less = unsafe { std::ptr::read_volatile(n) }.wrapping_sub(1);
    if less == u64::MAX {
        0
    } else {
        1 + depth(&less)
    }
}

fn main() {
    println!("{}", depth(&100_000));
}
