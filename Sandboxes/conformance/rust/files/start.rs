mod greeting;

fn main() {
    greeting::greet("World");
}
