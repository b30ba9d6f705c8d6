// Ends with everything open and full: pipes, pairs, timers, segments, undone semaphores, maps, files without names.
#include "hostile.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>

int main(void) {
    static char block[1 << 16];
    int ends[2];
    for (int count = 0; count < 5; count++) {
        if (pipe2(ends, O_NONBLOCK) == 0) (void)!write(ends[1], block, sizeof block);
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == 0) (void)!write(ends[1], block, sizeof block);
        int timer = timerfd_create(CLOCK_MONOTONIC, 0), poll = epoll_create1(0);
        struct itimerspec often = {{0, 1000}, {0, 1000}};
        timerfd_settime(timer, 0, &often, NULL);
        struct epoll_event event = {.events = EPOLLIN};
        epoll_ctl(poll, EPOLL_CTL_ADD, timer, &event);
        eventfd(1, 0);
        sigset_t all;
        sigfillset(&all);
        signalfd(-1, &all, 0);
        int file = memfd_create("left", 0);
        (void)!write(file, block, sizeof block);
        mmap(NULL, 1 << 16, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        int named = open("/tmp/left", O_RDWR | O_CREAT, 0600);
        (void)!write(named, block, sizeof block);
        unlink("/tmp/left");
        timer_t clock_timer;
        timer_create(CLOCK_REALTIME, NULL, &clock_timer);
        void *segment = shmat(shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600), NULL, 0);
        (void)segment;
        struct sembuf one = {0, 1, SEM_UNDO};
        semop(semget(IPC_PRIVATE, 1, IPC_CREAT | 0600), &one, 1);
    }
    syscall(SYS_pidfd_open, getpid(), 0);
    say("left\n");
    if (fork() == 0) {
        for (;;) pause();
    }
}
