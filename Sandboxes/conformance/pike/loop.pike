int main() {
    int counter;
    while (1) counter++;
}
