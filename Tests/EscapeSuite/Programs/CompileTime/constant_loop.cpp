// A constant that takes for ever to compute.
constexpr unsigned long compute() {
    unsigned long sum = 0;
    for (unsigned long count = 0;; count++) sum += count;
    return sum;
}
constexpr unsigned long value = compute();
int main() {
    return static_cast<int>(value);
}
