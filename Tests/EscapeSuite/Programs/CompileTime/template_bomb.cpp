// Every type needs two others, at every depth two to its power of them.
template <int depth, unsigned long path>
struct Node {
    using Left = Node<depth - 1, path * 2>;
    using Right = Node<depth - 1, path * 2 + 1>;
    static constexpr unsigned long value = Left::value ^ Right::value;
};
template <unsigned long path>
struct Node<0, path> {
    static constexpr unsigned long value = path;
};
int main() {
    return static_cast<int>(Node<60, 1>::value);
}
