// Asks what the machine is called.
#include "hostile.h"

#include <sys/utsname.h>

int main(void) {
    struct utsname names;
    uname(&names);
    say("node %s domain %s\n", names.nodename, names.domainname);
}
