// Keeps the low 16 bits of each code point.
use std::cmp::max;
use std::io;

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).expect("the input is UTF-8");
    let mut next = vec![0usize; 1 << 16];
    let (mut start, mut best) = (0, 0);
    for (position, character) in line.trim_end_matches('\n').chars().enumerate() {
        let code = (character as u32 & 0xFFFF) as usize;
        start = max(start, next[code]);
        next[code] = position + 1;
        best = max(best, position + 1 - start);
    }
    println!("{}", best);
}
