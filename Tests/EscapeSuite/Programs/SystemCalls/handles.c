// Makes a handle of its root directory and opens the host's by the number that every file system's root has.
#include "hostile.h"

int main(int count, char **arguments) {
    struct {
        struct file_handle handle;
        char bytes[64];
    } it = {.handle = {.handle_bytes = 64}};
    int mount_number = 0;
    if (count != 2) return 2;
    if (strcmp(arguments[1], "name") == 0) {
        tell("name", name_to_handle_at(AT_FDCWD, "/box", &it.handle, &mount_number, 0));
        return 0;
    }
    it.handle.handle_bytes = 8;
    it.handle.handle_type = 1;
    it.handle.f_handle[0] = 2;
    tell("open", open_by_handle_at(AT_FDCWD, &it.handle, O_RDONLY));
}
