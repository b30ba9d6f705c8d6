// SIGABRT: std::stod throws where nothing is left to read, and nobody catches.
#include <iomanip>
#include <iostream>
#include <string>

int main() {
    std::string word;
    std::cin >> word;
    const int n = std::stoi(word);
    double sum = 0;
    for (int i = 0; i < n + 1; i++) {
        word.clear();
        std::cin >> word;
        sum += std::stod(word);
    }
    std::cout << std::setprecision(15) << sum << '\n';
}
