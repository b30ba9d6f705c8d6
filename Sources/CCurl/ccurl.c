#include "ccurl.h"

#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// libcurl's binary interface: kinds of options (10000 pointers, 20000 functions) and their numbers.
enum {
    OPT_WRITEDATA = 10001,
    OPT_URL = 10002,
    OPT_PROXY = 10004,
    OPT_POSTFIELDS = 10015,
    OPT_USERAGENT = 10018,
    OPT_HTTPHEADER = 10023,
    OPT_HEADERDATA = 10029,
    OPT_CUSTOMREQUEST = 10036,
    OPT_FOLLOWLOCATION = 52,
    OPT_POSTFIELDSIZE = 60,
    OPT_MAXCONNECTS = 71,
    OPT_HTTP_VERSION = 84,
    OPT_NOSIGNAL = 99,
    OPT_TIMEOUT_MS = 155,
    OPT_CONNECTTIMEOUT_MS = 156,
    OPT_PROTOCOLS = 181,
    OPT_NOPROXY = 10177,
    OPT_OPENSOCKETDATA = 10164,
    OPT_WRITEFUNCTION = 20011,
    OPT_HEADERFUNCTION = 20079,
    OPT_OPENSOCKETFUNCTION = 20163,
    INFO_RESPONSE_CODE = 0x200000 + 2,
    INFO_RETRY_AFTER = 0x600000 + 57,
    PROTOCOLS_HTTP_AND_HTTPS = 3,
    HTTP_VERSION_1_1 = 2,
    GLOBAL_ALL = 3,
    CODE_OK = 0,
};

// The answer's body and head are of no use to us; more than this is not waited for.
enum { BODY_LIMIT = 16384, HEAD_LIMIT = 65536 };

struct curl_sockaddr {
    int family;
    int socktype;
    int protocol;
    unsigned int addrlen;
    struct sockaddr addr;
};

struct curl_slist;

static struct {
    int (*global_init)(long flags);
    void *(*easy_init)(void);
    int (*easy_setopt)(void *handle, int option, ...);
    int (*easy_perform)(void *handle);
    int (*easy_getinfo)(void *handle, int info, ...);
    void (*easy_reset)(void *handle);
    void (*easy_cleanup)(void *handle);
    const char *(*easy_strerror)(int code);
    struct curl_slist *(*slist_append)(struct curl_slist *list, const char *line);
    void (*slist_free_all)(struct curl_slist *list);
} library;

static pthread_mutex_t loading = PTHREAD_MUTEX_INITIALIZER;
static bool is_loaded;

struct ccurl_session {
    void *handle;
};

// What a request under way has seen.
struct progress {
    const ccurl_request *request;
    size_t body;
    size_t head;
    int refused;
    int opened;
};

static bool find(void *object, const char *name, void *place) {
    void *symbol = dlsym(object, name);
    memcpy(place, &symbol, sizeof symbol);
    return symbol != NULL;
}

static int load(char *detail, size_t size) {
    void *object = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!object) object = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!object) {
        snprintf(detail, size, "libcurl.so.4 is missing; sudo apt install libcurl4");
        return -1;
    }
    bool whole = find(object, "curl_global_init", &library.global_init)
        && find(object, "curl_easy_init", &library.easy_init)
        && find(object, "curl_easy_setopt", &library.easy_setopt)
        && find(object, "curl_easy_perform", &library.easy_perform)
        && find(object, "curl_easy_getinfo", &library.easy_getinfo)
        && find(object, "curl_easy_reset", &library.easy_reset)
        && find(object, "curl_easy_cleanup", &library.easy_cleanup)
        && find(object, "curl_easy_strerror", &library.easy_strerror)
        && find(object, "curl_slist_append", &library.slist_append)
        && find(object, "curl_slist_free_all", &library.slist_free_all);
    if (!whole || library.global_init(GLOBAL_ALL) != CODE_OK) {
        snprintf(detail, size, "libcurl.so.4 cannot be used; reinstall it: sudo apt install --reinstall libcurl4");
        dlclose(object);
        return -1;
    }
    is_loaded = true;
    return 0;
}

int ccurl_load(char *detail, size_t size) {
    pthread_mutex_lock(&loading);
    int result = is_loaded ? 0 : load(detail, size);
    pthread_mutex_unlock(&loading);
    return result;
}

ccurl_session *ccurl_open(void) {
    ccurl_session *session = malloc(sizeof *session);
    if (!session) return NULL;
    session->handle = library.easy_init();
    if (session->handle) return session;
    free(session);
    return NULL;
}

void ccurl_close(ccurl_session *session) {
    library.easy_cleanup(session->handle);
    free(session);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    struct progress *progress = context;
    progress->body += size * count;
    return progress->body > BODY_LIMIT ? 0 : size * count;
}

static size_t take_head(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    struct progress *progress = context;
    progress->head += size * count;
    return progress->head > HEAD_LIMIT ? 0 : size * count;
}

// The connection is made to exactly the address that is looked at here, whatever its name has meant before.
static int open_socket(void *context, int purpose, struct curl_sockaddr *address) {
    (void)purpose;
    struct progress *progress = context;
    const unsigned char *bytes = NULL;
    size_t count = 0;
    struct sockaddr_in old;
    struct sockaddr_in6 new;
    if (address->family == AF_INET && address->addrlen >= sizeof old) {
        memcpy(&old, &address->addr, sizeof old);
        bytes = (const unsigned char *)&old.sin_addr;
        count = 4;
    } else if (address->family == AF_INET6 && address->addrlen >= sizeof new) {
        memcpy(&new, &address->addr, sizeof new);
        bytes = new.sin6_addr.s6_addr;
        count = 16;
    }
    if (!bytes || progress->request->refuses(progress->request->context, bytes, count)) {
        progress->refused++;
        return -1;
    }
    progress->opened++;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static void fail(ccurl_answer *answer, int outcome, const char *detail) {
    answer->outcome = outcome;
    snprintf(answer->detail, sizeof answer->detail, "%s", detail);
}

void ccurl_send(ccurl_session *session, const ccurl_request *request, ccurl_answer *answer) {
    struct progress progress = {.request = request};
    memset(answer, 0, sizeof *answer);
    answer->retry_after = -1;
    struct curl_slist *headers = NULL;
    for (size_t place = 0; place < request->header_count; place++) {
        struct curl_slist *longer = library.slist_append(headers, request->headers[place]);
        if (!longer) {
            library.slist_free_all(headers);
            fail(answer, CCURL_UNREACHABLE, "no memory for the request");
            return;
        }
        headers = longer;
    }
    void *handle = session->handle;
    // Connections that are open stay; all options are as if nothing had been set.
    library.easy_reset(handle);
    bool set = library.easy_setopt(handle, OPT_PROTOCOLS, (long)PROTOCOLS_HTTP_AND_HTTPS) == CODE_OK
        && library.easy_setopt(handle, OPT_FOLLOWLOCATION, 0L) == CODE_OK
        && library.easy_setopt(handle, OPT_PROXY, "") == CODE_OK
        && library.easy_setopt(handle, OPT_NOPROXY, "*") == CODE_OK
        && library.easy_setopt(handle, OPT_OPENSOCKETFUNCTION, open_socket) == CODE_OK
        && library.easy_setopt(handle, OPT_OPENSOCKETDATA, &progress) == CODE_OK
        && library.easy_setopt(handle, OPT_WRITEFUNCTION, take_body) == CODE_OK
        && library.easy_setopt(handle, OPT_WRITEDATA, &progress) == CODE_OK
        && library.easy_setopt(handle, OPT_HEADERFUNCTION, take_head) == CODE_OK
        && library.easy_setopt(handle, OPT_HEADERDATA, &progress) == CODE_OK
        && library.easy_setopt(handle, OPT_CONNECTTIMEOUT_MS, request->connect_milliseconds) == CODE_OK
        && library.easy_setopt(handle, OPT_TIMEOUT_MS, request->total_milliseconds) == CODE_OK
        && library.easy_setopt(handle, OPT_NOSIGNAL, 1L) == CODE_OK
        && library.easy_setopt(handle, OPT_MAXCONNECTS, 4L) == CODE_OK
        && library.easy_setopt(handle, OPT_HTTP_VERSION, (long)HTTP_VERSION_1_1) == CODE_OK
        && library.easy_setopt(handle, OPT_USERAGENT, "assay") == CODE_OK
        && library.easy_setopt(handle, OPT_POSTFIELDSIZE, (long)request->body_count) == CODE_OK
        && library.easy_setopt(handle, OPT_POSTFIELDS, request->body) == CODE_OK
        && library.easy_setopt(handle, OPT_CUSTOMREQUEST, request->method) == CODE_OK
        && library.easy_setopt(handle, OPT_HTTPHEADER, headers) == CODE_OK
        && library.easy_setopt(handle, OPT_URL, request->url) == CODE_OK;
    if (!set) {
        // A protection that cannot be set is no reason to send without it.
        library.slist_free_all(headers);
        fail(answer, CCURL_UNREACHABLE, "this libcurl lacks an option; install a newer libcurl4");
        return;
    }
    int code = library.easy_perform(handle);
    long status = 0;
    library.easy_getinfo(handle, INFO_RESPONSE_CODE, &status);
    // A body that is longer than anybody needs changes nothing about what its status says.
    bool is_whole = code == CODE_OK || (progress.body > BODY_LIMIT && status >= 200);
    if (is_whole && status >= 100 && status <= 999) {
        long long seconds = 0;
        answer->outcome = CCURL_ANSWERED;
        answer->status = (int)status;
        if (library.easy_getinfo(handle, INFO_RETRY_AFTER, &seconds) == CODE_OK && seconds > 0)
            answer->retry_after = seconds > 86400 ? 86400 : (long)seconds;
    } else if (progress.refused > 0 && progress.opened == 0) {
        fail(answer, CCURL_REFUSED, "");
    } else if (progress.head > HEAD_LIMIT) {
        fail(answer, CCURL_UNREACHABLE, "the answer's head is too large");
    } else {
        fail(answer, CCURL_UNREACHABLE, code == CODE_OK ? "the answer has no status" : library.easy_strerror(code));
    }
    library.slist_free_all(headers);
}
