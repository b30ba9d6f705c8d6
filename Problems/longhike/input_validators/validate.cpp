// A tree: a number of huts, and one path less, none of which closes a ring. Reads byte by byte, one space, one line feed.

#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace {

constexpr int right = 42;
constexpr int wrong = 43;
int line = 1;

[[noreturn]] void refuse(const char *why) {
    std::fprintf(stderr, "line %d: %s\n", line, why);
    std::exit(wrong);
}

/// A number without sign and leading zeros, which ends with `end`.
long number(long least, long most, char end) {
    int byte = std::getchar();
    if (byte < '1' || byte > '9') {
        refuse("expected a digit other than 0");
    }
    long value = 0;
    for (int digits = 0; byte >= '0' && byte <= '9'; byte = std::getchar()) {
        value = value * 10 + (byte - '0');
        if (++digits > 10) {
            refuse("a number is too long");
        }
    }
    if (byte != end) {
        refuse(end == '\n' ? "expected a line feed" : "expected a space");
    }
    if (value < least || value > most) {
        refuse("a number is out of range");
    }
    return value;
}

/// The hut that stands for all that `hut` is joined to.
std::size_t root(std::vector<std::size_t> &up, std::size_t hut) {
    while (up[hut] != hut) {
        up[hut] = up[up[hut]];
        hut = up[hut];
    }
    return hut;
}

}  // namespace

int main() {
    const auto huts = static_cast<std::size_t>(number(1, 30'000, '\n'));
    std::vector<std::size_t> up(huts + 1);
    std::iota(up.begin(), up.end(), std::size_t{0});
    for (std::size_t i = 1; i < huts; i++) {
        line++;
        const long last = static_cast<long>(huts);
        const std::size_t a = root(up, static_cast<std::size_t>(number(1, last, ' ')));
        const std::size_t b = root(up, static_cast<std::size_t>(number(1, last, ' ')));
        number(1, 1'000'000'000, '\n');
        if (a == b) {
            refuse("this path closes a ring");
        }
        up[a] = b;
    }
    line++;
    if (std::getchar() != EOF) {
        refuse("something follows the last path");
    }
    return right;
}
