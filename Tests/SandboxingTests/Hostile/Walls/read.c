// Reads the files that it is told to.
#include "hostile.h"

int main(int count, char **arguments) {
    for (int index = 1; index < count; index++) {
        char text[64] = "";
        int file = open(arguments[index], O_RDONLY);
        if (file < 0 || read(file, text, sizeof text - 1) < 0) {
            tell(arguments[index], -1);
        } else {
            say("%s has %s\n", arguments[index], text);
        }
    }
}
