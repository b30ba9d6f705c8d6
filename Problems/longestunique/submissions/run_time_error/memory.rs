// Takes memory without end.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
fn main() {
    let mut numbers: Vec<usize> = Vec::new();
    while numbers.len() < usize::MAX {
        numbers.push(numbers.len());
    }
    println!("{}", numbers.iter().rev().count());
}
