// Remembers the heights it has asked for: seldom needs all questions.
use std::collections::HashMap;
use std::io::{self, BufRead, Write};

struct Trail {
    known: HashMap<usize, u32>,
}

impl Trail {
    fn height(&mut self, mark: usize) -> u32 {
        *self.known.entry(mark).or_insert_with(|| {
            println!("? {mark}");
            io::stdout().flush().expect("a question can be asked");
            read().trim().parse().expect("a height")
        })
    }
}

fn read() -> String {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).expect("a line can be read");
    line
}

fn main() {
    let first = read();
    let marks = first.split(' ').next().expect("the number of marks");
    let (mut low, mut high) = (1, marks.parse().expect("a number"));
    let mut trail = Trail { known: HashMap::new() };
    while low < high {
        let middle = (low + high) / 2;
        if trail.height(middle) < trail.height(middle + 1) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    println!("! {low}");
}
