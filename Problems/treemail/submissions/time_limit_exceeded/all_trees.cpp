// Sends nothing but the number of nodes and a checksum, and unpacks by going through all trees of that size.
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

// A long message has these bits of a checksum and of the number of nodes: 61, an odd number, as no other message has.
constexpr int sumBits = 46;
constexpr int countBits = 15;
std::uint64_t wanted = 0;
std::string tree;  // two bits a node, in preorder

std::uint64_t checksum(const std::string &bits) {
    std::uint64_t sum = 0;
    for (const char bit : bits) {
        sum = sum * 6364136223846793005 + static_cast<std::uint64_t>(bit);
    }
    return sum >> (64 - sumBits);
}

/// Finds a tree with `nodes` more nodes, of which `open` must come.
bool find(int nodes, int open) {
    if (open > nodes) {
        return false;
    }
    if (open == 0) {
        return nodes == 0 && checksum(tree) == wanted;
    }
    for (const char *bits : {"00", "01", "10", "11"}) {
        tree += bits;
        if (find(nodes - 1, open - 1 + bits[0] + bits[1] - 2 * '0')) {
            return true;
        }
        tree.resize(tree.size() - 2);
    }
    return false;
}

int main() {
    std::string task;
    std::cin >> task;
    if (task == "pack") {
        std::size_t n;
        std::cin >> n;
        for (int child; std::cin >> child;) {
            tree += child > 0 ? '1' : '0';
        }
        if (tree.size() + 1 < sumBits + countBits) {
            std::cout << tree << '\n';
            return 0;
        }
        const std::uint64_t packed = checksum(tree) << countBits | n;
        for (int bit = 0; bit < sumBits + countBits; bit++) {
            std::cout << (packed >> bit & 1);
        }
        std::cout << '\n';
        return 0;
    }
    std::string message;
    std::cin >> message;
    int n = static_cast<int>(message.size()) / 2;
    if (message.size() % 2 == 1) {
        std::uint64_t packed = 0;
        for (std::size_t bit = 0; bit < message.size(); bit++) {
            packed |= static_cast<std::uint64_t>(message[bit] - '0') << bit;
        }
        n = static_cast<int>(packed & ((1 << countBits) - 1));
        wanted = packed >> countBits;
        find(n, 1);
    } else {
        tree = message;
    }
    std::cout << n << '\n';
    std::vector<int> parents, right(n + 1);
    for (int node = 1; node <= n; node++) {
        if (tree[2 * node - 1] == '1') {
            parents.push_back(node);
        }
        if (tree[2 * node - 2] == '0' && !parents.empty()) {
            right[parents.back()] = node + 1;
            parents.pop_back();
        }
    }
    for (int node = 1; node <= n; node++) {
        std::cout << (tree[2 * node - 2] == '1' ? node + 1 : 0) << ' ' << right[node] << '\n';
    }
}
