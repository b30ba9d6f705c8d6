// SIGABRT: nobody catches what is thrown.
#include <stdexcept>

int main() {
    throw std::runtime_error("nothing to look at");
}
