// One request over HTTP by libcurl, which is loaded when the first one is made: it costs every start of a program that is
// linked with it some milliseconds. What we use of its binary interface, which has been the same since 2006, is declared
// in ccurl.c, so that nothing of it is needed to build Assay.
#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

typedef struct ccurl_session ccurl_session;

// A request; nothing of it is kept.
typedef struct {
    const char *url;
    const char *method;
    // Whole lines, as in "Content-Type: application/json".
    const char *const *headers;
    size_t header_count;
    const unsigned char *body;
    size_t body_count;
    long connect_milliseconds;
    long total_milliseconds;
    // Says of the address of each connection, before it is made, whether it may be: 4 or 16 bytes. 0: it may.
    int (*refuses)(void *context, const unsigned char *address, size_t count);
    void *context;
} ccurl_request;

enum { CCURL_ANSWERED, CCURL_UNREACHABLE, CCURL_REFUSED };

typedef struct {
    int outcome;
    int status;
    // In seconds; -1: nothing was said.
    long retry_after;
    // Why there is no answer, in one line.
    char detail[200];
} ccurl_answer;

// Loads the library; 0, or -1 with the reason in `detail`. May be called by several threads and several times.
int ccurl_load(char *detail, size_t size);

// What one thread at a time sends with; NULL: no memory. The library has to be loaded.
ccurl_session *ccurl_open(void);
void ccurl_close(ccurl_session *session);

// Sends a request and waits for its answer.
void ccurl_send(ccurl_session *session, const ccurl_request *request, ccurl_answer *answer);

#endif
