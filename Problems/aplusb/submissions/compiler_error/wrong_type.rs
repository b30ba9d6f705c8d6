// @EXPECTED_RESULTS@: COMPILER-ERROR
fn main() {
    let sum: i64 = "1 2";
    println!("{}", sum);
}
