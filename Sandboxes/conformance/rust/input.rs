use std::io;

fn main() {
    let lines: Vec<String> = io::stdin().lines().map(Result::unwrap).collect();
    println!("{}\n{}", lines.len(), lines.last().unwrap());
}
