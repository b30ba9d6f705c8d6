// @EXPECTED_RESULTS@: MEMORY-LIMIT
// Writes down for every group all the words that can be made of its letters.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

struct Group {
    std::string first;
    std::vector<std::string> words;  // in order
    int size = 0;
};

int main() {
    int n;
    std::cin >> n;
    std::vector<Group> groups;
    for (std::string word; std::cin >> word;) {
        auto mine = std::find_if(groups.begin(), groups.end(), [&](const Group &group) {
            return std::binary_search(group.words.begin(), group.words.end(), word);
        });
        if (mine == groups.end()) {
            mine = groups.insert(groups.end(), Group{word});
            std::string other = word;
            std::sort(other.begin(), other.end());
            do {
                mine->words.push_back(other);
            } while (std::next_permutation(other.begin(), other.end()));
        }
        mine->size++;
    }
    const auto largest = std::max_element(groups.begin(), groups.end(), [](const Group &a, const Group &b) {
        return a.size < b.size;
    });
    std::cout << groups.size() << ' ' << largest->size << ' ' << largest->first << '\n';
}
