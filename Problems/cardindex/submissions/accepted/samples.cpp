#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int look(int card) {
    std::cout << "? " << card << std::endl;
    int number;
    std::cin >> number;
    return number;
}

/// How far the cards on the note are apart.
int step(int n, int m) {
    return (n + m) / (m + 1);
}

void day() {
    int n, m;
    std::cin >> n >> m;
    std::vector<int> note;
    for (int card = step(n, m); card <= n && static_cast<int>(note.size()) < m; card += step(n, m)) {
        note.push_back(look(card));
    }
    std::cout << "note " << note.size();
    for (const int number : note) {
        std::cout << ' ' << number;
    }
    std::cout << std::endl;
}

void night() {
    int n, m, questions, p, count;
    std::cin >> n >> m >> questions >> p >> count;
    std::vector<int> note(count);
    for (int &number : note) {
        std::cin >> number;
    }
    while (questions-- > 0) {
        int wanted;
        std::cin >> wanted;
        const int before = static_cast<int>(std::lower_bound(note.begin(), note.end(), wanted) - note.begin());
        int low = before * step(n, m), high = before < count ? low + step(n, m) : n + 1;
        int found = before < count && note[before] == wanted ? high : 0;
        while (found == 0 && high - low > 1) {
            const int middle = (low + high) / 2;
            const int number = look(middle);
            found = number == wanted ? middle : 0;
            (number < wanted ? low : high) = middle;
        }
        std::cout << "! " << found << std::endl;
    }
}

int main() {
    std::string task;
    std::cin >> task;
    task == "day" ? day() : night();
}
