// Knows only what to do by day.
use std::io::{self, BufRead};

fn main() {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).expect("a line can be read");
    match line.split(' ').next() {
        Some("day") => println!("note 0"),
        task => panic!("what is to be done at {task:?}?"),
    }
}
