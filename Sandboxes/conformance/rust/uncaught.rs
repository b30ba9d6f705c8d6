fn main() {
    let word = String::from("three");
    println!("{}", word.parse::<i32>().unwrap());
}
