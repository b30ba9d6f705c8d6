/* SIGSEGV: follows a list beyond its end. */
#include <stdio.h>
#include <stdlib.h>

struct rule {
    int before, after;
    struct rule *next;
};

int main(void) {
    int n, m;
    if (scanf("%d %d", &n, &m) != 2) {
        return 1;
    }
    struct rule *rules = NULL;
    for (int i = 0; i < m; i++) {
        struct rule *rule = malloc(sizeof *rule);
        if (rule == NULL || scanf("%d %d", &rule->before, &rule->after) != 2) {
            return 1;
        }
        rule->next = rules;
        rules = rule;
    }
    struct rule *volatile last = rules;
    for (int i = 0; i < m; i++) {
        last = last->next;
    }
    printf("%d\n", last->after);
    return 0;
}
