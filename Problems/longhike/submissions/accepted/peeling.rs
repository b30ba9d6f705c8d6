// Takes leaves away, one after the other; a hut that is left with one path is the next leaf.
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut numbers = text.split_ascii_whitespace().map(|word| word.parse::<u64>().expect("a number"));
    let mut next = || numbers.next().expect("a number is there");
    let n = next() as usize;
    let mut paths = vec![Vec::new(); n + 1];
    for _ in 1..n {
        let (a, b, length) = (next() as usize, next() as usize, next());
        paths[a].push((b, length));
        paths[b].push((a, length));
    }
    let mut left: Vec<usize> = paths.iter().map(Vec::len).collect();
    let mut leaves: Vec<usize> = (1..=n).filter(|&hut| left[hut] == 1).collect();
    let mut is_gone = vec![false; n + 1];
    let mut deepest = vec![(0, 0); n + 1];
    let mut best = (0, 0);
    while let Some(leaf) = leaves.pop() {
        is_gone[leaf] = true;
        for &(hut, length) in &paths[leaf] {
            if is_gone[hut] {
                continue;
            }
            let branch = (deepest[leaf].0 + length, deepest[leaf].1 + 1);
            best = best.max((deepest[hut].0 + branch.0, deepest[hut].1 + branch.1));
            deepest[hut] = deepest[hut].max(branch);
            left[hut] -= 1;
            if left[hut] == 1 {
                leaves.push(hut);
            }
        }
    }
    println!("{} {}", best.0, best.1);
}
