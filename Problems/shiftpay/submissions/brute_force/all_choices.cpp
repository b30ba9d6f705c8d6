// Tries all choices, one bit for each shift; with more shifts than a number has bits it would never end.
#include <algorithm>
#include <iostream>
#include <vector>

struct Shift {
    int begin, end, pay;
};

int main() {
    std::size_t n;
    std::cin >> n;
    std::vector<Shift> shifts(n);
    for (auto &[begin, end, pay] : shifts) {
        std::cin >> begin >> end >> pay;
    }
    std::sort(shifts.begin(), shifts.end(), [](const Shift &a, const Shift &b) { return a.begin < b.begin; });
    long long best = 0;
    std::vector<bool> isTaken(n);
    for (;;) {
        int free = 0;
        long long sum = 0;
        for (std::size_t k = 0; k < n && sum >= 0; k++) {
            if (isTaken[k]) {
                sum = shifts[k].begin >= free ? sum + shifts[k].pay : -1;
                free = shifts[k].end;
            }
        }
        best = std::max(best, sum);
        std::size_t k = 0;
        while (k < n && isTaken[k]) {
            isTaken[k++] = false;
        }
        if (k == n) {
            break;
        }
        isTaken[k] = true;
    }
    std::cout << best << '\n';
}
