use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let numbers: Vec<u64> = text.split_ascii_whitespace().skip(1).map(|word| word.parse().expect("a number")).collect();
    let mut shifts: Vec<&[u64]> = numbers.chunks(3).collect();
    shifts.sort_by_key(|shift| shift[1]);

    // What can be earned until a moment, in the order of the moments.
    let mut earned = vec![(0, 0)];
    for shift in shifts {
        let after = earned.partition_point(|&(end, _)| end <= shift[0]);
        let sum = earned[after - 1].1 + shift[2];
        let best = earned[earned.len() - 1].1;
        earned.push((shift[1], best.max(sum)));
    }
    println!("{}", earned[earned.len() - 1].1);
}
