// Swaps the song with the one behind which it should be.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    int n, m, k;
    std::cin >> n >> m >> k;
    std::vector<int> songs(n), place(n + 1);
    for (int i = 0; i < n; i++) {
        songs[i] = i + 1;
        place[i + 1] = i;
    }
    while (m-- > 0) {
        int x, y;
        std::cin >> x >> y;
        const int other = y == 0 ? songs[0] : songs[std::min(place[y] + 1, n - 1)];
        std::swap(place[x], place[other]);
        songs[place[x]] = x;
        songs[place[other]] = other;
    }
    for (int i = 0; i < k; i++) {
        std::cout << songs[i] << '\n';
    }
}
