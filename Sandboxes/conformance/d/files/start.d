import greeting;

void main() {
    greet("World");
}
