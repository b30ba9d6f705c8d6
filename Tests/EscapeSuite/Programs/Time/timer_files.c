// Lets timers ring every nanosecond, as many as it may open, and waits for all of them at once.
#include "hostile.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>

int main(void) {
    int poll = epoll_create1(0);
    for (;;) {
        int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
        if (timer == -1) break;
        struct itimerspec often = {{0, 1}, {0, 1}};
        timerfd_settime(timer, 0, &often, NULL);
        struct epoll_event event = {.events = EPOLLIN, .data.fd = timer};
        epoll_ctl(poll, EPOLL_CTL_ADD, timer, &event);
    }
    for (;;) {
        struct epoll_event events[64];
        int count = epoll_wait(poll, events, 64, -1);
        for (int index = 0; index < count; index++) {
            unsigned long rung;
            (void)!read(events[index].data.fd, &rung, sizeof rung);
        }
    }
}
