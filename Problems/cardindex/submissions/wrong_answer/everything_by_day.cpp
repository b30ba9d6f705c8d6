// Looks at all cards by day.
#include <iostream>
#include <string>

int main() {
    std::string task;
    int n, m;
    std::cin >> task >> n >> m;
    if (task == "day") {
        int number = 0;
        for (int card = 1; card <= n; card++) {
            std::cout << "? " << card << std::endl;
            std::cin >> number;
        }
        std::cout << "note 1 " << number << std::endl;
    }
}
