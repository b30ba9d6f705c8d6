// Sends the numbers of the children in binary: far too long.
#include <bitset>
#include <iostream>
#include <string>

int main() {
    std::string task;
    std::cin >> task;
    if (task == "pack") {
        int n;
        std::cin >> n;
        for (int child; std::cin >> child;) {
            std::cout << std::bitset<15>(child);
        }
        std::cout << '\n';
        return 0;
    }
    std::string message;
    std::cin >> message;
    std::cout << message.size() / 30 << '\n';
    for (std::size_t i = 0; i < message.size(); i += 15) {
        std::cout << std::bitset<15>(message.substr(i, 15)).to_ulong() << ' ';
    }
}
