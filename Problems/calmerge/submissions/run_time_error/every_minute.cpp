// @EXPECTED_RESULTS@: MEMORY-LIMIT
// A counter for every minute up to the last one: 4 GB of them.
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::pair<int, int>> meetings(n);
    int last = 0;
    for (auto &[begin, end] : meetings) {
        std::cin >> begin >> end;
        last = std::max(last, end);
    }
    std::vector<int> change(last + 2);
    for (const auto &[begin, end] : meetings) {
        change[begin]++;
        change[end]--;
    }
    std::vector<std::pair<int, int>> blocks;
    long long minutes = 0;
    for (int minute = 0, busy = 0; minute <= last; minute++) {
        const bool wasBusy = busy > 0;
        busy += change[minute];
        if (busy > 0 && !wasBusy) {
            blocks.emplace_back(minute, minute);
        } else if (busy == 0 && wasBusy) {
            minutes += minute - blocks.back().first;
            blocks.back().second = minute;
        }
    }
    std::cout << blocks.size() << ' ' << minutes << '\n';
    for (const auto &[begin, end] : blocks) {
        std::cout << begin << ' ' << end << '\n';
    }
}
