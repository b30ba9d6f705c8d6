#include "CMicrohttpd.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// The functions of the library, under its names.
static struct {
    __typeof__(&MHD_start_daemon) start_daemon;
    __typeof__(&MHD_stop_daemon) stop_daemon;
    __typeof__(&MHD_quiesce_daemon) quiesce_daemon;
    __typeof__(&MHD_get_connection_values_n) get_connection_values_n;
    __typeof__(&MHD_get_connection_info) get_connection_info;
    __typeof__(&MHD_suspend_connection) suspend_connection;
    __typeof__(&MHD_resume_connection) resume_connection;
    __typeof__(&MHD_create_response_from_buffer) create_response_from_buffer;
    __typeof__(&MHD_create_response_from_callback) create_response_from_callback;
    __typeof__(&MHD_add_response_header) add_response_header;
    __typeof__(&MHD_queue_response) queue_response;
    __typeof__(&MHD_destroy_response) destroy_response;
} mhd;

static char reason[256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *find(void *library, const char *name) {
    void *function = dlsym(library, name);
    if (function == NULL && reason[0] == 0) { snprintf(reason, sizeof reason, "it has no %s", name); }
    return function;
}

static void load(void) {
    void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        snprintf(reason, sizeof reason, "%s", dlerror());
        return;
    }
#define FIND(name) mhd.name = (__typeof__(mhd.name))find(library, "MHD_" #name)
    FIND(start_daemon);
    FIND(stop_daemon);
    FIND(quiesce_daemon);
    FIND(get_connection_values_n);
    FIND(get_connection_info);
    FIND(suspend_connection);
    FIND(resume_connection);
    FIND(create_response_from_buffer);
    FIND(create_response_from_callback);
    FIND(add_response_header);
    FIND(queue_response);
    FIND(destroy_response);
#undef FIND
}

const char *http_load(void) {
    pthread_once(&once, load);
    return reason[0] == 0 ? NULL : reason;
}

// MARK: Callbacks, from the library's form to ours

static enum MHD_Result step(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                            const char *version, const char *bytes, size_t *count, void **request) {
    (void)url;
    (void)version;
    const struct http_callbacks *callbacks = context;
    return callbacks->step(callbacks->context, connection, method, bytes, count, request) ? MHD_YES : MHD_NO;
}

static void *begin(void *context, const char *target, struct MHD_Connection *connection) {
    const struct http_callbacks *callbacks = context;
    return callbacks->begin(callbacks->context, target, connection);
}

static void end(void *context, struct MHD_Connection *connection, void **request,
                enum MHD_RequestTerminationCode why) {
    (void)connection;
    (void)why;
    const struct http_callbacks *callbacks = context;
    if (*request != NULL) { callbacks->end(callbacks->context, *request); }
    *request = NULL;
}

static void connection_changed(void *context, struct MHD_Connection *connection, void **place,
                               enum MHD_ConnectionNotificationCode what) {
    const struct http_callbacks *callbacks = context;
    callbacks->connection(callbacks->context, connection, place, what == MHD_CONNECTION_NOTIFY_STARTED);
}

// Paths are taken apart by us, from the target as it came.
static size_t keep_escaped(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    return strlen(text);
}

// What clients do wrong is theirs, and not worth a line on standard error each time.
static void say_nothing(void *context, const char *format, va_list arguments) {
    (void)context;
    (void)format;
    (void)arguments;
}

// MARK: Servers

struct MHD_Daemon *http_start(const struct http_settings *settings, const struct http_callbacks *callbacks) {
    void *context = (void *)(uintptr_t)callbacks;
    return mhd.start_daemon(
        // "Turbo": a connection that is about to be closed is not shut for writing before we are told of it.
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG | MHD_USE_TURBO, 0, NULL, NULL, &step,
        context,
        MHD_OPTION_EXTERNAL_LOGGER, &say_nothing, NULL,
        MHD_OPTION_LISTEN_SOCKET, (MHD_socket)settings->socket,
        MHD_OPTION_CONNECTION_LIMIT, settings->connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, settings->connections_per_address,
        MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_seconds,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_memory,
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, &keep_escaped, NULL,
        MHD_OPTION_URI_LOG_CALLBACK, &begin, context,
        MHD_OPTION_NOTIFY_COMPLETED, &end, context,
        MHD_OPTION_NOTIFY_CONNECTION, &connection_changed, context,
        MHD_OPTION_END);
}

int http_quiesce(struct MHD_Daemon *server) { return mhd.quiesce_daemon(server); }

void http_stop(struct MHD_Daemon *server) { mhd.stop_daemon(server); }

// MARK: Requests

struct listener {
    void *context;
    void (*take)(void *, const char *, size_t, const char *, size_t);
};

static enum MHD_Result tell(void *context, enum MHD_ValueKind kind, const char *name, size_t name_length,
                            const char *value, size_t length) {
    (void)kind;
    const struct listener *listener = context;
    listener->take(listener->context, name, name_length, value == NULL ? "" : value, value == NULL ? 0 : length);
    return MHD_YES;
}

void http_headers(struct MHD_Connection *connection, void *context,
                  void (*take)(void *context, const char *name, size_t name_length, const char *value, size_t length)) {
    struct listener listener = {context, take};
    mhd.get_connection_values_n(connection, MHD_HEADER_KIND, &tell, &listener);
}

int http_descriptor(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = mhd.get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == NULL ? -1 : info->connect_fd;
}

void *http_place(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = mhd.get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == NULL ? NULL : info->socket_context;
}

const struct sockaddr *http_peer(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = mhd.get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == NULL ? NULL : info->client_addr;
}

void http_suspend(struct MHD_Connection *connection) { mhd.suspend_connection(connection); }

void http_resume(struct MHD_Connection *connection) { mhd.resume_connection(connection); }

// MARK: Responses

struct MHD_Response *http_response(const void *bytes, size_t count) {
    return mhd.create_response_from_buffer(count, (void *)(uintptr_t)bytes, MHD_RESPMEM_MUST_COPY);
}

struct MHD_Response *http_stream(size_t block, ssize_t (*read)(void *, uint64_t, char *, size_t), void *context,
                                 void (*done)(void *)) {
    return mhd.create_response_from_callback(MHD_SIZE_UNKNOWN, block, read, context, done);
}

int http_add_header(struct MHD_Response *response, const char *name, const char *value) {
    return mhd.add_response_header(response, name, value) == MHD_YES;
}

int http_queue(struct MHD_Connection *connection, unsigned status, struct MHD_Response *response) {
    return mhd.queue_response(connection, status, response) == MHD_YES;
}

void http_release(struct MHD_Response *response) { mhd.destroy_response(response); }

ssize_t http_end_of_stream(void) { return MHD_CONTENT_READER_END_OF_STREAM; }

ssize_t http_broken_stream(void) { return MHD_CONTENT_READER_END_WITH_ERROR; }
