// A trie whose nodes know the best word below them; children are indices, 0 is none.
#include <array>
#include <iostream>
#include <string>
#include <vector>

struct Word {
    std::string text;
    int popularity;

    bool isBetterThan(const Word &other) const {
        return popularity != other.popularity ? popularity > other.popularity : text < other.text;
    }
};

class Trie {
public:
    void add(const Word &word) {
        std::size_t node = 0;
        for (const char letter : word.text) {
            std::size_t next = nodes[node].children[letter - 'a'];
            if (next == 0) {
                next = nodes.size();
                nodes[node].children[letter - 'a'] = static_cast<unsigned>(next);
                nodes.emplace_back();
            }
            node = next;
            const Word *&best = nodes[node].best;
            if (best == nullptr || word.isBetterThan(*best)) {
                best = &word;
            }
        }
    }

    const Word *best(const std::string &beginning) const {
        std::size_t node = 0;
        for (const char letter : beginning) {
            node = nodes[node].children[letter - 'a'];
            if (node == 0) {
                return nullptr;
            }
        }
        return nodes[node].best;
    }

private:
    struct Node {
        std::array<unsigned, 26> children{};
        const Word *best = nullptr;
    };

    std::vector<Node> nodes{1};
};

int main() {
    std::ios::sync_with_stdio(false);
    std::size_t n, q;
    std::cin >> n;
    std::vector<Word> words(n);
    Trie trie;
    for (Word &word : words) {
        std::cin >> word.text >> word.popularity;
        trie.add(word);
    }
    std::cin >> q;
    for (std::string beginning; std::cin >> beginning;) {
        const Word *word = trie.best(beginning);
        std::cout << (word == nullptr ? "-" : word->text) << '\n';
    }
}
