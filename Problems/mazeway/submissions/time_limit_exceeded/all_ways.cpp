// Tries every way that does not cross itself.
#include <iostream>
#include <string>
#include <vector>

std::vector<std::string> maze;
std::string way, best = "NONE";

struct Step {
    char letter;
    int down, right;
};

constexpr Step steps[] = {{'R', 0, 1}, {'D', 1, 0}, {'L', 0, -1}, {'U', -1, 0}};

void walk(std::size_t row, std::size_t column) {
    if (row >= maze.size() || column >= maze[0].size() || maze[row][column] == '#') {
        return;
    }
    if (maze[row][column] == 'E') {
        if (best == "NONE" || way.size() < best.size()) {
            best = way;
        }
        return;
    }
    maze[row][column] = '#';
    for (const auto &[letter, down, right] : steps) {
        way += letter;
        walk(row + down, column + right);
        way.pop_back();
    }
    maze[row][column] = '.';
}

int main() {
    std::size_t height, width, row = 0, column = 0;
    std::cin >> height >> width;
    maze.resize(height);
    for (std::size_t i = 0; i < height; i++) {
        std::cin >> maze[i];
        if (maze[i].find('S') != std::string::npos) {
            row = i;
            column = maze[i].find('S');
        }
    }
    walk(row, column);
    std::cout << best << '\n';
}
