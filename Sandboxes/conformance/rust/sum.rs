use std::io::{self, Read};

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut words = text.split_ascii_whitespace().map(|word| word.parse::<i64>().unwrap());
    let count = words.next().unwrap() as usize;
    println!("{}", words.take(count).sum::<i64>());
    Ok(())
}
