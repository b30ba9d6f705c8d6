// Takes memory without end.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
fn main() {
    let mut numbers = Vec::new();
    loop {
        numbers.push(std::hint::black_box(1u64));
    }
}
