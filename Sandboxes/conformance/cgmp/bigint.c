#include <gmp.h>

int main(void) {
    mpz_t factorial;
    mpz_init(factorial);
    mpz_fac_ui(factorial, 50);
    gmp_printf("%Zd\n", factorial);
    mpz_clear(factorial);
}
