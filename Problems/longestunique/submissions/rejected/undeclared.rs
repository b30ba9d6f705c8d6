// @EXPECTED_RESULTS@: COMPILER-ERROR
fn main() {
    println!("{}", longest);
}
