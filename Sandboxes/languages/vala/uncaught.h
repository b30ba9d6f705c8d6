/* An error that nobody catches ends the program: valac's own code only tells of it and returns, so that a main that
   returns nothing ends well. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#undef g_critical
#define g_critical(format, ...) \
    do { \
        g_log (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, format, ##__VA_ARGS__); \
        if (strstr (format, ": uncaught error: ") != NULL || strstr (format, ": unexpected error: ") != NULL) exit (1); \
    } while (0)
