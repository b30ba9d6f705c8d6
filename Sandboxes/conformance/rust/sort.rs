use std::io::{self, BufWriter, Read, Write};

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut values: Vec<i32> = text.split_whitespace().skip(1).map(|word| word.parse().unwrap()).collect();
    values.sort();
    let mut out = BufWriter::new(io::stdout().lock());
    for value in values {
        writeln!(out, "{}", value)?;
    }
    Ok(())
}
