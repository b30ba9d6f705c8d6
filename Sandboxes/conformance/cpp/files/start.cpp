#include "greeting.hpp"

int main() {
    greet("World");
}
