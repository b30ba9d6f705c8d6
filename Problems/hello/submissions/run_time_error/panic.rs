fn main() {
    println!("Hello, World!");
    panic!("after the answer");
}
