// std::list can move an element without copying, and the places of all others stay.
#include <iostream>
#include <list>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    int n, m, k;
    std::cin >> n >> m >> k;
    std::list<int> songs;
    std::vector<std::list<int>::iterator> place(n + 1);
    for (int song = 1; song <= n; song++) {
        place[song] = songs.insert(songs.end(), song);
    }
    while (m-- > 0) {
        int x, y;
        std::cin >> x >> y;
        const auto behind = y == 0 ? songs.begin() : std::next(place[y]);
        songs.splice(behind, songs, place[x]);
    }
    for (const int song : songs) {
        if (k-- == 0) {
            break;
        }
        std::cout << song << ' ';
    }
    std::cout << '\n';
}
