// 1 for a node, 0 for a missing one, in preorder: 2n + 1 bits, and nobody has to say where the tree ends.
#include <iostream>
#include <string>
#include <vector>

struct Node {
    int left = 0, right = 0;
};

std::string message;
std::vector<Node> nodes(1);  // the first one is at index 1

void pack(int number) {
    message += number == 0 ? '0' : '1';
    if (number != 0) {
        pack(nodes[number].left);
        pack(nodes[number].right);
    }
}

/// Unpacks the subtree that begins at `place`, and moves `place` behind it.
int unpack(std::size_t &place) {
    if (message[place++] == '0') {
        return 0;
    }
    const std::size_t number = nodes.size();
    nodes.emplace_back();
    const int left = unpack(place);
    const int right = unpack(place);
    nodes[number] = {left, right};
    return static_cast<int>(number);
}

int main() {
    std::string task;
    std::cin >> task;
    if (task == "pack") {
        std::size_t n;
        std::cin >> n;
        nodes.resize(n + 1);
        for (std::size_t number = 1; number <= n; number++) {
            std::cin >> nodes[number].left >> nodes[number].right;
        }
        pack(1);
        std::cout << message << '\n';
        return 0;
    }
    std::cin >> message;
    std::size_t place = 0;
    unpack(place);
    std::cout << nodes.size() - 1 << '\n';
    for (std::size_t number = 1; number < nodes.size(); number++) {
        std::cout << nodes[number].left << ' ' << nodes[number].right << '\n';
    }
}
