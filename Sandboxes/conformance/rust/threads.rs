use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;
use std::thread;

fn main() {
    let sum = Arc::new(AtomicU32::new(0));
    let threads: Vec<_> = (0..4)
        .map(|number| {
            let sum = Arc::clone(&sum);
            thread::spawn(move || {
                for _ in 0..1000 {
                    sum.fetch_add(number, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    println!("{}", sum.load(Ordering::Relaxed));
}
