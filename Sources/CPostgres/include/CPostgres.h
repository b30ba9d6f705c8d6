// The functions of libpq that we use, under their own names; the library is looked for when `postgres_load` is called.
//
// Linked in, libpq and the 22 libraries that it needs (TLS, Kerberos, LDAP) would be loaded by every start of ours,
// whether a database is asked for or not.
#pragma once

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/// Loads the library, once; NULL, or else why it cannot be used.
///
/// Nothing else of this header may be called before this has given NULL.
const char *_Nullable postgres_load(void);
