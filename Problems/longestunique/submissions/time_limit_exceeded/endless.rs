// Never comes to an end. The read is volatile, so that the compiler cannot do without the loop.
fn main() {
    let mut turns = 0u64;
    loop {
        turns = unsafe { std::ptr::read_volatile(&turns) }.wrapping_add(1);
    }
}
