// Has the compiler put a secret of the host into the program.
fn main() {
    println!("{}", include_str!("/etc/shadow"));
}
