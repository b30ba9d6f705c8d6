#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

// What is called of libpq: what it gives, its name, what it takes, and that passed on.
#define FUNCTIONS(OF) \
    OF(void, PQclear, (PGresult *result), (result)) \
    OF(PQconninfoOption *, PQconndefaults, (void), ()) \
    OF(PostgresPollingStatusType, PQconnectPoll, (PGconn *connection), (connection)) \
    OF(PGconn *, PQconnectStartParams, (const char *const *names, const char *const *values, int expands), \
       (names, values, expands)) \
    OF(void, PQconninfoFree, (PQconninfoOption *options), (options)) \
    OF(PQconninfoOption *, PQconninfoParse, (const char *text, char **error), (text, error)) \
    OF(int, PQconsumeInput, (PGconn *connection), (connection)) \
    OF(char *, PQerrorMessage, (const PGconn *connection), (connection)) \
    OF(PGresult *, PQexec, (PGconn *connection, const char *text), (connection, text)) \
    OF(PGresult *, PQexecPrepared, \
       (PGconn *connection, const char *name, int count, const char *const *values, const int *lengths, \
        const int *formats, int format), \
       (connection, name, count, values, lengths, formats, format)) \
    OF(void, PQfinish, (PGconn *connection), (connection)) \
    OF(int, PQflush, (PGconn *connection), (connection)) \
    OF(void, PQfreemem, (void *memory), (memory)) \
    OF(PGresult *, PQgetResult, (PGconn *connection), (connection)) \
    OF(int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column)) \
    OF(int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column)) \
    OF(char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column)) \
    OF(int, PQisBusy, (PGconn *connection), (connection)) \
    OF(int, PQnfields, (const PGresult *result), (result)) \
    OF(PGnotify *, PQnotifies, (PGconn *connection), (connection)) \
    OF(int, PQntuples, (const PGresult *result), (result)) \
    OF(char *, PQresultErrorField, (const PGresult *result, int field), (result, field)) \
    OF(char *, PQresultErrorMessage, (const PGresult *result), (result)) \
    OF(ExecStatusType, PQresultStatus, (const PGresult *result), (result)) \
    OF(int, PQsendPrepare, \
       (PGconn *connection, const char *name, const char *text, int count, const Oid *types), \
       (connection, name, text, count, types)) \
    OF(int, PQsendQuery, (PGconn *connection, const char *text), (connection, text)) \
    OF(int, PQsendQueryParams, \
       (PGconn *connection, const char *text, int count, const Oid *types, const char *const *values, \
        const int *lengths, const int *formats, int format), \
       (connection, text, count, types, values, lengths, formats, format)) \
    OF(int, PQsendQueryPrepared, \
       (PGconn *connection, const char *name, int count, const char *const *values, const int *lengths, \
        const int *formats, int format), \
       (connection, name, count, values, lengths, formats, format)) \
    OF(int, PQserverVersion, (const PGconn *connection), (connection)) \
    OF(PGVerbosity, PQsetErrorVerbosity, (PGconn *connection, PGVerbosity verbosity), (connection, verbosity)) \
    OF(PQnoticeProcessor, PQsetNoticeProcessor, \
       (PGconn *connection, PQnoticeProcessor processor, void *argument), (connection, processor, argument)) \
    OF(int, PQsetnonblocking, (PGconn *connection, int on), (connection, on)) \
    OF(int, PQsocket, (const PGconn *connection), (connection)) \
    OF(ConnStatusType, PQstatus, (const PGconn *connection), (connection)) \
    OF(PGTransactionStatusType, PQtransactionStatus, (const PGconn *connection), (connection))

#define PLACE(result, name, parameters, arguments) __typeof__(&name) name;
static struct {
    FUNCTIONS(PLACE)
} found;

static char reason[512];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        snprintf(reason, sizeof reason, "%s", dlerror());
        return;
    }
    // OpenSSL's own way to clean up when a process ends takes away what other threads are just logging in with. It has to be
    // told before it is used for the first time (OPENSSL_init_crypto(3)); the kernel cleans up after a process anyway.
    int (*initialise)(uint64_t, const void *) =
        (int (*)(uint64_t, const void *))dlsym(library, "OPENSSL_init_crypto");
    if (initialise != NULL) initialise(0x00080000 /* OPENSSL_INIT_NO_ATEXIT */, NULL);
#define FIND(result, name, parameters, arguments) \
    if ((found.name = (__typeof__(&name))dlsym(library, #name)) == NULL) { \
        snprintf(reason, sizeof reason, "libpq.so.5 has no " #name); \
    }
    FUNCTIONS(FIND)
}

const char *postgres_load(void) {
    pthread_once(&once, load);
    return reason[0] == 0 ? NULL : reason;
}

// Hidden: the library calls some of these itself, and has to find its own.
#define FORWARD(result, name, parameters, arguments) \
    __attribute__((visibility("hidden"))) result name parameters { return found.name arguments; }
FUNCTIONS(FORWARD)
