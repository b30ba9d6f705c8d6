// The largest task first, wherever there is a choice.
use std::collections::BinaryHeap;
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut numbers = text.split_ascii_whitespace().map(|word| word.parse::<usize>().expect("a number"));
    let n = numbers.next().expect("the number of tasks");
    let m = numbers.next().expect("the number of rules");
    let mut after = vec![Vec::new(); n + 1];
    let mut waiting = vec![0; n + 1];
    for _ in 0..m {
        let (a, b) = (numbers.next().expect("a task"), numbers.next().expect("a task"));
        after[a].push(b);
        waiting[b] += 1;
    }
    let mut ready: BinaryHeap<usize> = (1..=n).filter(|&task| waiting[task] == 0).collect();
    let mut order = Vec::new();
    while let Some(task) = ready.pop() {
        order.push(task.to_string());
        for &other in &after[task] {
            waiting[other] -= 1;
            if waiting[other] == 0 {
                ready.push(other);
            }
        }
    }
    println!("{}", if order.len() == n { order.join(" ") } else { "IMPOSSIBLE".to_string() });
}
