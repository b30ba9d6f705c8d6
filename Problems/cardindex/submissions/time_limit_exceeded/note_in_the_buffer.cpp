// Waits by day for the night, with the note still in its buffer.
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string task;
    while (std::cin >> task) {
        if (task == "day") {
            std::cout << "note 0\n";
        }
    }
}
