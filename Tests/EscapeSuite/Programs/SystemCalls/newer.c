// Makes the calls that kernels have got lately, which a list of forbidden ones would not know.
#include "hostile.h"

int main(void) {
    static const struct {
        const char *name;
        long number;
    } calls[] = {
        {"epoll_pwait3", 473},      {"landlock_create_ruleset", 444}, {"landlock_add_rule", 445},
        {"landlock_restrict_self", 446}, {"memfd_secret", 447},       {"process_mrelease", 448},
        {"cachestat", 451},         {"fchmodat2", 452},               {"map_shadow_stack", 453},
        {"futex_wake", 454},        {"futex_wait", 455},              {"futex_requeue", 456},
        {"statmount", 457},         {"listmount", 458},               {"lsm_get_self_attr", 459},
        {"lsm_set_self_attr", 460}, {"lsm_list_modules", 461},        {"mseal", 462},
        {"setxattrat", 463},        {"getxattrat", 464},              {"listxattrat", 465},
        {"removexattrat", 466},     {"open_tree_attr", 467},          {"file_getattr", 468},
        {"file_setattr", 469},      {"listns", 470},                  {"the next", 480},
    };
    static char space[4096];
    for (unsigned index = 0; index < sizeof calls / sizeof *calls; index++) {
        tell(calls[index].name, syscall(calls[index].number, 0, space, space, 0, 0, 0));
    }
}
