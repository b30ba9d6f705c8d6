// What a solution in C++ may do besides computing: threads, files, time, memory.
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <iterator>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::string text(std::istreambuf_iterator<char>(std::cin), {});
    std::mutex lock;
    std::condition_variable ready;
    int count = 0;
    std::vector<std::thread> pool;
    for (int number = 0; number < 4; number++)
        pool.emplace_back([&] {
            std::vector<int> memory(1 << 20, 0);
            std::lock_guard guard(lock);
            count += memory[7] + 1;
            ready.notify_all();
        });
    {
        std::unique_lock guard(lock);
        ready.wait(guard, [&] { return count >= 4; });
    }
    for (auto &thread : pool) thread.join();
    auto later = std::async(std::launch::async, [] { return 1; });
    std::this_thread::sleep_for(std::chrono::milliseconds(later.get()));
    std::ofstream("/tmp/text") << count << std::endl;
    std::filesystem::rename("/tmp/text", "/tmp/other");
    for (auto &entry : std::filesystem::directory_iterator("/tmp")) count += entry.is_regular_file();
    std::filesystem::create_directories("/tmp/one/two");
    std::filesystem::remove_all("/tmp/one");
    std::filesystem::remove("/tmp/other");
    std::mt19937 random(std::random_device{}());
    std::vector<unsigned> large(8 << 20);
    for (auto &number : large) number = random();
    auto start = std::chrono::steady_clock::now();
    try {
        throw std::runtime_error("caught");
    } catch (const std::exception &error) {
        std::cerr << error.what() << (std::chrono::steady_clock::now() - start).count() % 2 << std::endl;
    }
    std::cout << "done" << std::endl;
}
