// Has the compiler put a file without an end into the program.
static BYTES: &[u8] = include_bytes!("/dev/zero");
fn main() {
    println!("{}", BYTES.len());
}
