int main() {
    array(string) blocks = ({});
    while (1) blocks += ({ random_string(1 << 20) });
}
