#include <iostream>
#include <map>
#include <string>

int main() {
    std::map<std::string, int> counts;
    std::string word;
    while (std::cin >> word) counts[word]++;
    std::cout << counts.size() << '\n' << counts["judge"] << '\n';
}
