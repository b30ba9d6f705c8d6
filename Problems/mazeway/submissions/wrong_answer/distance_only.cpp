// Prints how long the way is.
#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
    int height, width;
    std::cin >> height >> width;
    std::string maze(width + 2, '#');
    for (int row = 0; row < height; row++) {
        std::string line;
        std::cin >> line;
        maze += "#" + line + "#";
    }
    maze += std::string(width + 2, '#');
    std::vector<int> distance(maze.size(), -1);
    std::queue<std::size_t> waiting({maze.find('S')});
    distance[maze.find('S')] = 0;
    while (!waiting.empty()) {
        const std::size_t here = waiting.front();
        waiting.pop();
        for (const int step : {-width - 2, -1, 1, width + 2}) {
            if (maze[here + step] != '#' && distance[here + step] < 0) {
                distance[here + step] = distance[here] + 1;
                waiting.push(here + step);
            }
        }
    }
    std::cout << distance[maze.find('E')] << '\n';
}
