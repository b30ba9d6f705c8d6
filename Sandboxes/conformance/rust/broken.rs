fn main() {
    let known = 1;
    println!("{}", known + unknown);
}
