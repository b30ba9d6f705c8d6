#include <algorithm>
#include <iostream>
#include <vector>

struct Span {
    int begin, end;
};

std::vector<Span> blocks(std::vector<Span> meetings) {
    std::sort(meetings.begin(), meetings.end(), [](const Span &a, const Span &b) { return a.begin < b.begin; });
    std::vector<Span> found;
    for (const Span &meeting : meetings) {
        if (!found.empty() && meeting.begin <= found.back().end) {
            found.back().end = std::max(found.back().end, meeting.end);
        } else {
            found.push_back(meeting);
        }
    }
    return found;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::size_t n;
    std::cin >> n;
    std::vector<Span> meetings(n);
    for (auto &[begin, end] : meetings) {
        std::cin >> begin >> end;
    }
    const std::vector<Span> found = blocks(meetings);
    long long minutes = 0;
    for (const auto &[begin, end] : found) {
        minutes += end - begin;
    }
    std::cout << found.size() << ' ' << minutes << '\n';
    for (const auto &[begin, end] : found) {
        std::cout << begin << ' ' << end << '\n';
    }
}
