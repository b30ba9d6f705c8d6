// Indexes a table of 65,536 with a code point.
use std::cmp::max;
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("the input is UTF-8");
    let mut next = vec![0usize; 1 << 16];
    let (mut start, mut best) = (0, 0);
    for (position, character) in line.trim_end_matches('\n').chars().enumerate() {
        start = max(start, next[character as usize]);
        next[character as usize] = position + 1;
        best = max(best, position + 1 - start);
    }
    println!("{}", best);
}
