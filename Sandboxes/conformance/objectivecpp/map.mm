#include <iostream>
#include <string>
#include <unordered_map>

int main() {
    std::unordered_map<std::string, int> counts;
    std::string word;
    while (std::cin >> word) counts[word]++;
    std::cout << counts.size() << '\n' << counts["judge"] << '\n';
}
