use std::io;

fn main() {
    for line in io::stdin().lines().take(2) {
        println!("{}", line.unwrap());
    }
    println!("žluťoučký kůň, καλημέρα, 日本語, 🙂");
}
