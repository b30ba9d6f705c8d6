// Without a sentinel somebody has to ask whether there is a neighbour; here nobody does.
#include <iostream>
#include <vector>

struct Song {
    int number = 0;
    Song *before = nullptr;
    Song *after = nullptr;
};

int main() {
    int n, m, k;
    std::cin >> n >> m >> k;
    std::vector<Song> songs(n + 1);
    for (int number = 1; number <= n; number++) {
        songs[number] = {number, number > 1 ? &songs[number - 1] : nullptr, number < n ? &songs[number + 1] : nullptr};
    }
    Song *first = &songs[1];
    while (m-- > 0) {
        int x, y;
        std::cin >> x >> y;
        Song *song = &songs[x];
        if (song == first) {
            first = song->after;
        } else {
            song->before->after = song->after;
        }
        song->after->before = song->before;
        if (y == 0) {
            song->before = nullptr;
            song->after = first;
            first->before = song;
            first = song;
        } else {
            song->before = &songs[y];
            song->after = songs[y].after;
            songs[y].after = song;
            song->after->before = song;
        }
    }
    for (const Song *song = first; k-- > 0; song = song->after) {
        std::cout << song->number << '\n';
    }
}
