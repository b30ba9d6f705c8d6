// What a solution in Rust may do besides computing: threads, files, time, memory.
use std::collections::HashMap;
use std::io::{Read, Write};
use std::sync::{mpsc, Arc, Mutex};
use std::time::{Duration, Instant};

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let sum = Arc::new(Mutex::new(0));
    let (sender, receiver) = mpsc::channel();
    let pool: Vec<_> = (0..4)
        .map(|number| {
            let (sum, sender) = (sum.clone(), sender.clone());
            std::thread::spawn(move || {
                let memory = vec![1u8; 1 << 22];
                *sum.lock().unwrap() += number + memory[9] as usize;
                sender.send(number).unwrap();
            })
        })
        .collect();
    for thread in pool {
        thread.join().unwrap();
    }
    drop(sender);
    let received: usize = receiver.iter().sum();
    std::fs::write("/tmp/text", format!("{}", received)).unwrap();
    std::fs::rename("/tmp/text", "/tmp/other").unwrap();
    let mut file = std::fs::OpenOptions::new().append(true).open("/tmp/other").unwrap();
    file.write_all(b"more").unwrap();
    for entry in std::fs::read_dir("/tmp").unwrap() {
        entry.unwrap().metadata().unwrap();
    }
    std::fs::remove_file("/tmp/other").unwrap();
    let start = Instant::now();
    std::thread::sleep(Duration::from_millis(1));
    let mut table = HashMap::new();
    for number in 0..1_000_000u32 {
        table.insert(number, start.elapsed());
    }
    let caught = std::panic::catch_unwind(|| panic!("caught"));
    println!("done {} {}", table.len(), caught.is_err());
}
