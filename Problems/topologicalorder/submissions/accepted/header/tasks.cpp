#include "tasks.h"

void Tasks::add(int before, int behind) {
    after[static_cast<std::size_t>(before)].push_back(behind);
    waiting[static_cast<std::size_t>(behind)]++;
}

std::vector<int> Tasks::order() {
    std::vector<int> result;
    for (std::size_t task = 0; task < waiting.size(); task++) {
        if (waiting[task] == 0) {
            result.push_back(static_cast<int>(task));
        }
    }
    for (std::size_t done = 0; done < result.size(); done++) {
        for (const int other : after[static_cast<std::size_t>(result[done])]) {
            if (--waiting[static_cast<std::size_t>(other)] == 0) {
                result.push_back(other);
            }
        }
    }
    return result;
}
