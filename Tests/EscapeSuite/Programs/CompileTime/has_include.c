// Asks which of the host's files there are.
#if __has_include("/etc/shadow") || __has_include("/root") || __has_include("/home") || __has_include("/var/log")
#error REACHED
#endif
int main(void) {
    return 0;
}
