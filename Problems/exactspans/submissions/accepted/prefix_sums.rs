use std::collections::HashMap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut numbers = text.split_ascii_whitespace().skip(1).map(|word| word.parse::<i64>().expect("a number"));
    let wanted = numbers.next().expect("the sum");
    let mut seen = HashMap::from([(0, 1_u64)]);
    let (mut sum, mut count) = (0, 0);
    for number in numbers {
        sum += number;
        count += seen.get(&(sum - wanted)).copied().unwrap_or(0);
        *seen.entry(sum).or_default() += 1;
    }
    println!("{count}");
}
