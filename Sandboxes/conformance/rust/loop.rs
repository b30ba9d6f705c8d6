fn main() {
    let mut counter = 0u32;
    loop {
        counter = counter.wrapping_add(std::env::args().count() as u32);
    }
}
