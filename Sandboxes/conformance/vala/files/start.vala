void main () {
    greet ("World");
}
