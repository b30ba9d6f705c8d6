// @EXPECTED_RESULTS@: COMPILER-ERROR
#include "adding.h"

int main() {
    return add_input();
}
