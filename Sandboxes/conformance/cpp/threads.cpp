#include <atomic>
#include <iostream>
#include <thread>
#include <vector>

int main() {
    std::atomic<int> sum{0};
    std::vector<std::thread> threads;
    for (int number = 0; number < 4; number++)
        threads.emplace_back([&sum, number] { for (int i = 0; i < 1000; i++) sum += number; });
    for (auto &thread : threads) thread.join();
    std::cout << sum << '\n';
}
