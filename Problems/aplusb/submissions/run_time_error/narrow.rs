// Panics at the first number that leaves 32 bits.
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("the input can be read");
    // Checked: a release build wraps around in silence.
    let sum = line
        .split_whitespace()
        .map(|word| word.parse::<i32>().unwrap())
        .fold(0i32, |sum, value| sum.checked_add(value).expect("the sum fits"));
    println!("{}", sum);
}
