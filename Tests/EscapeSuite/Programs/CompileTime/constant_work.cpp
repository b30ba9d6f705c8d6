// Many constants, each just below what the compiler allows for one.
template <unsigned long seed>
constexpr unsigned long compute() {
    unsigned long sum = seed;
    for (unsigned outer = 0; outer < 20; outer++) {
        for (unsigned inner = 0; inner < 100000; inner++) sum = sum * 31 + inner;
    }
    return sum;
}
template <unsigned long count>
struct Sum {
    static constexpr unsigned long value = compute<count>() + Sum<count - 1>::value;
};
template <>
struct Sum<0> {
    static constexpr unsigned long value = 0;
};
int main() {
    return static_cast<int>(Sum<800>::value);
}
