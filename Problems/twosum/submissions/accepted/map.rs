use std::collections::HashMap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut numbers = text.split_ascii_whitespace().map(|word| word.parse::<i64>().expect("an integer"));
    let _count = numbers.next();
    let sum = numbers.next().expect("the sum");
    let mut positions = HashMap::new();
    for (index, number) in numbers.enumerate() {
        if let Some(other) = positions.get(&(sum - number)) {
            println!("{} {}", other, index + 1);
            return;
        }
        positions.insert(number, index + 1);
    }
    println!("IMPOSSIBLE");
}
