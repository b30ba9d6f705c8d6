import core.volatile;

void main() {
    uint counter;
    while (true) volatileStore(&counter, volatileLoad(&counter) + 1);
}
