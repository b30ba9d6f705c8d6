// Panics at the first number that leaves 32 bits.
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("the input can be read");
    let sum: i32 = line.split_whitespace().map(|word| word.parse::<i32>().unwrap()).sum();
    println!("{}", sum);
}
