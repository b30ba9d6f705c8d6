// Takes words for anagrams when the sums of their letters' codes are equal.
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::map<int, std::size_t> known;
    std::vector<std::pair<std::string, int>> groups;
    std::size_t largest = 0;
    for (std::string word; std::cin >> word;) {
        const int sum = std::accumulate(word.begin(), word.end(), 0);
        const std::size_t place = known.try_emplace(sum, groups.size()).first->second;
        if (place == groups.size()) {
            groups.emplace_back(word, 0);
        }
        groups[place].second++;
    }
    for (std::size_t i = 0; i < groups.size(); i++) {
        if (groups[i].second > groups[largest].second) {
            largest = i;
        }
    }
    std::cout << groups.size() << ' ' << groups[largest].second << ' ' << groups[largest].first << '\n';
}
