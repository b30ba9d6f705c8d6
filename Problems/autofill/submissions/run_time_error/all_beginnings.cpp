// @EXPECTED_RESULTS@: MEMORY-LIMIT
// Keeps every beginning of every word as a string of its own: of a word with 2,000 letters that is 2 MB.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>

int main() {
    int n, q;
    std::cin >> n;
    std::map<std::string, std::pair<int, std::string>> best;
    while (n-- > 0) {
        std::string word;
        int popularity;
        std::cin >> word >> popularity;
        for (std::size_t length = 1; length <= word.size(); length++) {
            auto &entry = best.try_emplace(word.substr(0, length), 0, word).first->second;
            entry = std::min(entry, {-popularity, word});
        }
    }
    std::cin >> q;
    for (std::string query; std::cin >> query;) {
        const auto found = best.find(query);
        std::cout << (found == best.end() ? "-" : found->second.second) << '\n';
    }
}
