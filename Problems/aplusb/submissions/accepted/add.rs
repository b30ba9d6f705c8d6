use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let sum: i64 = text.split_whitespace().map(|word| word.parse::<i64>().expect("an integer")).sum();
    println!("{}", sum);
}
