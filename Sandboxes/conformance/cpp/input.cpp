#include <iostream>
#include <string>

int main() {
    int count = 0;
    std::string last;
    for (std::string line; std::getline(std::cin, line); count++) last = line;
    std::cout << count << '\n' << last << '\n';
}
