#include "include/clinux.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

union control {
    struct cmsghdr header;
    char space[CMSG_SPACE(LINUX_MAX_DESCRIPTORS * sizeof(int))];
};

intptr_t linux_send(int socket, const void *bytes, size_t count, const int *descriptors, size_t descriptor_count, int flags) {
    struct iovec content = {.iov_base = (void *)bytes, .iov_len = count};
    struct msghdr message = {.msg_iov = &content, .msg_iovlen = 1};
    union control control;
    if (descriptor_count > LINUX_MAX_DESCRIPTORS) {
        errno = EMSGSIZE;
        return -1;
    }
    if (descriptor_count > 0) {
        memset(&control, 0, sizeof control);
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(descriptor_count * sizeof(int));
        memcpy(CMSG_DATA(&control.header), descriptors, descriptor_count * sizeof(int));
        message.msg_control = &control;
        message.msg_controllen = CMSG_SPACE(descriptor_count * sizeof(int));
    }
    ssize_t sent;
    do {
        sent = sendmsg(socket, &message, MSG_NOSIGNAL | flags);
    } while (sent < 0 && errno == EINTR);
    return sent;
}

intptr_t linux_receive(int socket, void *buffer, size_t capacity, int *descriptors, size_t *descriptor_count, int flags) {
    struct iovec content = {.iov_base = buffer, .iov_len = capacity};
    union control control;
    struct msghdr message = {.msg_iov = &content, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t received;
    do {
        received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | flags);
    } while (received < 0 && errno == EINTR);
    *descriptor_count = 0;
    if (received < 0) { return -1; }
    for (struct cmsghdr *header = CMSG_FIRSTHDR(&message); header != NULL; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) { continue; }
        size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        memcpy(descriptors + *descriptor_count, CMSG_DATA(header), count * sizeof(int));
        *descriptor_count += count;
    }
    if (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) {
        for (size_t i = 0; i < *descriptor_count; i++) { close(descriptors[i]); }
        *descriptor_count = 0;
        errno = EMSGSIZE;
        return -1;
    }
    return received;
}
