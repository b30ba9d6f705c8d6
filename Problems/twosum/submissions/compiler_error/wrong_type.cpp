// A page of templates in the compiler's message.
// @EXPECTED_RESULTS@: COMPILER-ERROR
#include <iostream>
#include <map>
#include <string>

int main() {
    std::map<std::string, int> positions;
    positions[42] = std::string("one");
    std::cout << positions << '\n';
}
