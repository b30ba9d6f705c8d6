#include <vector>

int main() {
    std::vector<std::vector<char> > blocks;
    for (;;) blocks.push_back(std::vector<char>(1 << 20, 'x'));
}
