// Takes the end of the meeting that began last for the end of the block.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n;
    std::cin >> n;
    std::vector<std::pair<int, int>> meetings(n), blocks;
    for (auto &[begin, end] : meetings) {
        std::cin >> begin >> end;
    }
    std::sort(meetings.begin(), meetings.end());
    long long minutes = 0;
    for (const auto &meeting : meetings) {
        if (!blocks.empty() && meeting.first <= blocks.back().second) {
            minutes += meeting.second - blocks.back().second;
            blocks.back().second = meeting.second;
        } else {
            blocks.push_back(meeting);
            minutes += meeting.second - meeting.first;
        }
    }
    std::cout << blocks.size() << ' ' << minutes << '\n';
    for (const auto &[begin, end] : blocks) {
        std::cout << begin << ' ' << end << '\n';
    }
}
