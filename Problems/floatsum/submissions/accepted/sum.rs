use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let sum: f64 = text.split_whitespace().skip(1).map(|word| word.parse::<f64>().expect("a number")).sum();
    println!("{}", sum);
}
