// The directory has no word for it, the tag does.
// @EXPECTED_RESULTS@: COMPILER-ERROR
#include <iostream>

int main() {
    std::cout << 0 << '\n';
