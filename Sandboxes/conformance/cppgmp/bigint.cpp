#include <gmpxx.h>

#include <iostream>

int main() {
    mpz_class factorial = 1;
    for (int i = 2; i <= 50; i++) factorial *= i;
    std::cout << factorial << '\n';
}
