// A type whose name doubles in length at every step.
template <typename First, typename Second>
struct Pair {};
template <int depth>
struct Name {
    using Type = Pair<typename Name<depth - 1>::Type, typename Name<depth - 1>::Type>;
};
template <>
struct Name<0> {
    using Type = int;
};
template <typename Type>
void use() {}
int main() {
    use<Name<40>::Type>();
}
