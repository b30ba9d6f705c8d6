/// A system that is fetched and set up in a moment, and says what it sees on the way.
enum FakeSystem {
    /// What stands for debootstrap: it makes a tree around `program`.
    static func debootstrap(program: String) -> String {
        """
        #!/bin/sh
        set -eu
        echo "I: Retrieving something"
        while [ $# -gt 3 ]; do shift; done
        mkdir -p "$2/usr/bin" "$2/usr/sbin" "$2/usr/share" "$2/etc/apt" "$2/etc/dpkg" "$2/tmp" "$2/var/lib/dpkg"
        mkdir -p "$2/var/cache/apt"
        # As where it believes to be in a container.
        ln -s /proc "$2/proc"
        for name in sh apt-get; do cp '\(program)' "$2/usr/bin/$name"; done

        """
    }

    /// What stands for the root's shell and apt, by the name it is called by.
    static let program = #"""
        #include <fcntl.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/stat.h>
        #include <sys/wait.h>
        #include <unistd.h>

        static void write_file(const char *path, const char *text) {
            FILE *file = fopen(path, "w");
            if (file == NULL) { perror(path); exit(9); }
            fputs(text, file);
            fclose(file);
        }

        static void report(const char *what) {
            char network[64] = "", name[64] = "";
            readlink("/proc/self/ns/net", network, sizeof network - 1);
            sethostname("other", 5);
            gethostname(name, sizeof name);
            FILE *file = fopen("/var/lib/report", "a");
            fprintf(file, "%s: first %s, host %s, name %s, %s\n", what, getpid() == 1 ? "yes" : "no",
                    access("/etc/passwd", F_OK) == 0 || access("/usr/bin/gcc", F_OK) == 0 ? "yes" : "no",
                    name, network);
            fclose(file);
        }

        /// A service that nobody wanted, in a session of its own, with nothing open.
        static void start_service(void) {
            if (fork() == 0) {
                setsid();
                if (fork() == 0) {
                    for (int i = 0; i < 64; i++) { close(i); }
                    for (;;) { pause(); }
                }
                _exit(0);
            }
            wait(NULL);
        }

        static int has(char **argv, const char *word) {
            for (; *argv != NULL; argv++) { if (strcmp(*argv, word) == 0) { return 1; } }
            return 0;
        }

        int main(int argc, char **argv) {
            if (strcmp(argv[0], "sh") == 0) {
                report("sh");
                write_file("/etc/shadow", "root:secret\n");
                chmod("/etc/shadow", 0600);
                write_file("/tmp/left", "x");
                write_file("/var/cache/apt/big", "x");
                write_file("/usr/bin/su", "x");
                chown("/usr/bin/su", 7, 42);
                chmod("/usr/bin/su", 04755);
                symlink("none", "/usr/bin/link");
                lchown("/usr/bin/link", 7, 42);
                write_file("/usr/share/closed", "x");
                chmod("/usr/share/closed", 0600);
                chmod("/usr/share", 02700);
                mkfifo("/usr/share/fifo", 0644);
                start_service();
                puts("I: Base system installed");
                return 0;
            }
            const char *what = has(argv, "update") ? "update" : has(argv, "--download-only") ? "fetch" : "install";
            report(what);
            if (strcmp(what, "install") != 0) { return 0; }
            if (access("/usr/sbin/policy-rc.d", X_OK) != 0) { puts("E: services would be started"); return 1; }
            if (has(argv, "unknown-package")) { puts("E: Unable to locate package unknown-package"); return 100; }
            if (has(argv, "crashing-package")) { puts("about to crash"); fflush(stdout); start_service(); abort(); }
            if (has(argv, "waiting-package")) {
                start_service();
                dprintf(3, "pmstatus:waiting-package:50.0:Installing waiting-package (amd64)\n");
                for (;;) { pause(); }
            }
            write_file("/var/lib/dpkg/status",
                       "Package: gcc\nStatus: install ok installed\nVersion: 14\n\n"
                       "Package: libc6-dev\nStatus: install ok installed\nVersion: 2.41\n");
            start_service();
            return 0;
        }

        """#
}
