// Three numbers, then as many moves as the second one says. Reads byte by byte: one space, one line feed, no more.

#include <cstdio>
#include <cstdlib>

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
    if (byte < '0' || byte > '9') {
        refuse("expected a digit");
    }
    const bool startsWithZero = byte == '0';
    long value = 0;
    int digits = 0;
    for (; byte >= '0' && byte <= '9'; byte = std::getchar()) {
        value = value * 10 + (byte - '0');
        if (++digits > 9) {
            refuse("a number is too long");
        }
    }
    if (startsWithZero && digits > 1) {
        refuse("a number begins with 0");
    }
    if (byte != end) {
        refuse(end == '\n' ? "expected a line feed" : "expected a space");
    }
    if (value < least || value > most) {
        refuse("a number is out of range");
    }
    return value;
}

}  // namespace

int main() {
    const long songs = number(1, 300'000, ' ');
    const long moves = number(0, 20'000, ' ');
    number(1, songs, '\n');
    for (long i = 0; i < moves; i++) {
        line++;
        const long song = number(1, songs, ' ');
        if (number(0, songs, '\n') == song) {
            refuse("a song moves behind itself");
        }
    }
    line++;
    if (std::getchar() != EOF) {
        refuse("something follows the last move");
    }
    return right;
}
