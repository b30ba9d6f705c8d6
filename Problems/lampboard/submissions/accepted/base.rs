use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut base: Vec<u64> = Vec::new();
    for word in text.split_ascii_whitespace().skip(1) {
        let number = word.parse().expect("a number");
        let rest = base.iter().fold(number, |rest: u64, &other| rest.min(rest ^ other));
        if rest != 0 {
            base.push(rest);
        }
    }
    base.sort_unstable_by(|a, b| b.cmp(a));
    println!("{}", base.iter().fold(0, |sum: u64, &number| sum.max(sum ^ number)));
}
