// Every type needs two others, at every depth two to its power of them.
template <int depth, long path>
struct Node {
    using Left = Node<depth - 1, path * 2>;
    using Right = Node<depth - 1, path * 2 + 1>;
    static constexpr long value = Left::value + Right::value;
};
template <long path>
struct Node<0, path> {
    static constexpr long value = path;
};
int main() {
    return static_cast<int>(Node<60, 1>::value);
}
