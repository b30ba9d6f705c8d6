#include <algorithm>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

struct Group {
    std::string first;
    int size = 0;
};

int main() {
    std::ios::sync_with_stdio(false);
    int n;
    std::cin >> n;
    std::unordered_map<std::string, std::size_t> known;
    std::vector<Group> groups;  // in the order of their first words
    for (std::string word; std::cin >> word;) {
        std::string letters = word;
        std::sort(letters.begin(), letters.end());
        const auto [place, isNew] = known.try_emplace(letters, groups.size());
        if (isNew) {
            groups.push_back({word});
        }
        groups[place->second].size++;
    }
    const auto largest = std::max_element(groups.begin(), groups.end(), [](const Group &a, const Group &b) {
        return a.size < b.size;
    });
    std::cout << groups.size() << ' ' << largest->size << ' ' << largest->first << '\n';
}
