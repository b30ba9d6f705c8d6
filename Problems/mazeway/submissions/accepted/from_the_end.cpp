// Fills the maze with distances to the end, then walks downhill: no way has to be remembered.
#include <iostream>
#include <queue>
#include <string>
#include <vector>

struct Place {
    int row, column;
};

struct Step {
    char letter;
    int down, right;
};

constexpr Step steps[] = {{'L', 0, -1}, {'U', -1, 0}, {'R', 0, 1}, {'D', 1, 0}};

int main() {
    int height, width;
    std::cin >> height >> width;
    std::vector<std::string> maze(height);
    Place start{}, end{};
    for (int row = 0; row < height; row++) {
        std::cin >> maze[row];
        for (int column = 0; column < width; column++) {
            if (maze[row][column] == 'S') {
                start = {row, column};
            } else if (maze[row][column] == 'E') {
                end = {row, column};
            }
        }
    }
    const auto isFree = [&](int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width && maze[row][column] != '#';
    };

    std::vector<std::vector<int>> distance(height, std::vector<int>(width, -1));
    distance[end.row][end.column] = 0;
    std::queue<Place> waiting({end});
    while (!waiting.empty()) {
        const Place here = waiting.front();
        waiting.pop();
        for (const auto &[letter, down, right] : steps) {
            const Place next{here.row + down, here.column + right};
            if (isFree(next.row, next.column) && distance[next.row][next.column] < 0) {
                distance[next.row][next.column] = distance[here.row][here.column] + 1;
                waiting.push(next);
            }
        }
    }

    std::string way;
    int left = distance[start.row][start.column];
    for (Place here = start; left > 0; left--) {
        for (const auto &[letter, down, right] : steps) {
            const Place next{here.row + down, here.column + right};
            if (isFree(next.row, next.column) && distance[next.row][next.column] == left - 1) {
                way += letter;
                here = next;
                break;
            }
        }
    }
    std::cout << (left < 0 ? "NONE" : way) << '\n';
}
