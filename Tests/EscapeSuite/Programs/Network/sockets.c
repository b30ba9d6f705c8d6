// Wants a socket of every family and kind.
#include "hostile.h"

int main(void) {
    static const int kinds[] = {1, 2, 3, 4, 5, 6, 10};
    int refused = 0;
    for (int family = 0; family <= 45; family++) {
        for (unsigned index = 0; index < sizeof kinds / sizeof *kinds; index++) {
            long result = syscall(SYS_socket, family, kinds[index], 0);
            if (result == -1 && errno == EACCES) {
                refused++;
            } else {
                say("family %d kind %d %s\n", family, kinds[index], result == -1 ? error() : "REACHED");
            }
        }
    }
    say("refused EACCES %d\n", refused);
}
