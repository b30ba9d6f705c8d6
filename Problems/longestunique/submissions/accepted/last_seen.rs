use std::cmp::max;
use std::collections::HashMap;
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("the input is UTF-8");
    let mut next: HashMap<char, usize> = HashMap::new();
    let (mut start, mut best) = (0, 0);
    for (position, character) in line.trim_end_matches('\n').chars().enumerate() {
        if let Some(behind) = next.insert(character, position + 1) {
            start = max(start, behind);
        }
        best = max(best, position + 1 - start);
    }
    println!("{}", best);
}
