use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let numbers = text.split_ascii_whitespace().skip(1).map(|word| word.parse::<i64>().expect("a number"));
    let mut small = BinaryHeap::new();
    let mut large = BinaryHeap::new();
    let mut sum = 0;
    for number in numbers {
        small.push(number);
        large.extend(small.pop().map(Reverse));
        if large.len() > small.len() {
            small.extend(large.pop().map(|Reverse(number)| number));
        }
        sum += small.peek().expect("a number has come");
    }
    println!("{sum}");
}
