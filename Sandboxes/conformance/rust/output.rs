use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let line = "x".repeat(99);
    for _ in 0..100_000 {
        writeln!(out, "{}", line)?;
    }
    Ok(())
}
