#pragma once

#include <vector>

/// Tasks from 0 on, and the rules between them.
class Tasks {
public:
    explicit Tasks(int count) : after(static_cast<std::size_t>(count)), waiting(static_cast<std::size_t>(count)) {}

    void add(int before, int behind);

    /// All tasks in an order that keeps the rules, or fewer if there is no such order.
    std::vector<int> order();

private:
    std::vector<std::vector<int>> after;
    std::vector<int> waiting;
};
