// As much of libmicrohttpd as a server of ours needs, found in the library when the first server starts.
//
// Linked in, the library and what it needs (GnuTLS) cost every start of ours milliseconds, whether there is a server or
// not. The functions have names of our own, so that nothing of the library's is resolved by the linker.
#ifndef ASSAY_CMICROHTTPD_H
#define ASSAY_CMICROHTTPD_H

#include <microhttpd.h>
#include <stddef.h>
#include <stdint.h>

// Loads the library; NULL, or else why it cannot be used. To be called before anything else: without the library the
// other functions end the process.
const char *http_load(void);

// What a server is told when it starts.
struct http_settings {
    // Listening already; it is the server's from now on.
    int socket;
    unsigned connections;
    unsigned connections_per_address;
    // Seconds in which nothing comes or goes on a connection.
    unsigned idle_seconds;
    // Bytes for what is read and written of one connection, its header fields among it.
    size_t connection_memory;
};

// What is called by the server's thread, with the context first. None of them may block.
struct http_callbacks {
    void *context;
    // A request line has been read; what is returned is the request's from now on.
    void *(*begin)(void *context, const char *target, struct MHD_Connection *connection);
    // As the library's access handler; 0 ends the connection.
    int (*step)(void *context, struct MHD_Connection *connection, const char *method, const char *bytes, size_t *count,
                void **request);
    // The request is over, however it ended.
    void (*end)(void *context, void *request);
    // A connection came, or is about to be closed.
    void (*connection)(void *context, struct MHD_Connection *connection, void **place, int is_new);
};

// Starts a server with one thread; NULL where that failed.
struct MHD_Daemon *http_start(const struct http_settings *settings, const struct http_callbacks *callbacks);
// Listens no more; what is under way goes on. The socket that was listened on, or -1.
int http_quiesce(struct MHD_Daemon *server);
// Ends a server that has no suspended connection.
void http_stop(struct MHD_Daemon *server);

// Gives every header field to `take`; the texts live as long as the request.
void http_headers(struct MHD_Connection *connection, void *context,
                  void (*take)(void *context, const char *name, size_t name_length, const char *value, size_t length));
// Whether bytes have come on this socket and none were sent; 0 where that cannot be known, as of a socket that is a file.
int http_is_unanswered(int socket);
int http_descriptor(struct MHD_Connection *connection);
// What was put in the place of `http_callbacks.connection`.
void *http_place(struct MHD_Connection *connection);
const struct sockaddr *http_peer(struct MHD_Connection *connection);

void http_suspend(struct MHD_Connection *connection);
void http_resume(struct MHD_Connection *connection);

// A response with a copy of these bytes.
struct MHD_Response *http_response(const void *bytes, size_t count);
// A response whose bytes `read` gives, until it says that it was all; `done` is called when nobody will ask any more.
struct MHD_Response *http_stream(size_t block, ssize_t (*read)(void *, uint64_t, char *, size_t), void *context,
                                 void (*done)(void *));
// 0 where it cannot be a header field.
int http_add_header(struct MHD_Response *response, const char *name, const char *value);
int http_queue(struct MHD_Connection *connection, unsigned status, struct MHD_Response *response);
void http_release(struct MHD_Response *response);

// What `read` of a stream returns at its end, and to cut the connection off.
ssize_t http_end_of_stream(void);
ssize_t http_broken_stream(void);

#endif
