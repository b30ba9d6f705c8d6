#include <iostream>
#include <string>

int main() {
    std::string line;
    for (int i = 0; i < 2 && std::getline(std::cin, line); i++) std::cout << line << '\n';
    std::cout << "žluťoučký kůň, καλημέρα, 日本語, 🙂\n";
}
