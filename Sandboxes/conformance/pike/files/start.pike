inherit "greeting.pike";

int main() {
    greet("World");
}
