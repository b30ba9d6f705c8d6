#include <atomic>
#include <iostream>
#include <thread>
#include <vector>

int main() {
    std::atomic<int> total = 0;
    std::vector<std::jthread> threads;
    for (int number = 0; number < 4; number++) {
        threads.emplace_back([&total, number] {
            for (int i = 0; i < 1000; i++) total += number;
        });
    }
    threads.clear();
    std::cout << total << '\n';
}
