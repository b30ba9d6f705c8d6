/// A C source (that is C++ as well) which makes a checker of DMOJ's kinds an output validator.
///
/// It is compiled along with the checker's own files. Before `main` is reached it starts the same program once more, with
/// the arguments that the checker expects, and turns what comes of that into 42 or 43 and files of feedback.
/// Its arguments, behind the three of every validator: `checker`, `interactor` or `interactor-buffered`; the kind; the points of the test; whether
/// what it says is for the candidate; then the checker's arguments, with `{input_file}` and the like in them.
enum BridgeSource {
    static let text = #"""
        #include <errno.h>
        #include <fcntl.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/syscall.h>
        #include <sys/wait.h>
        #include <unistd.h>

        #ifndef __cplusplus
        extern char **environ;
        #endif

        /* A checker in C may have a `read` or `close` of its own, which would come before that of the library. */
        static long assay_open(const char *path, int flags) { return syscall(SYS_openat, AT_FDCWD, path, flags, 0600); }
        static long assay_close(int number) { return syscall(SYS_close, number); }

        static const char assay_mark[] = "ASSAY_BRIDGED";

        static void assay_fail(const char *what) {
            fprintf(stderr, "%s: %s\n", what, strerror(errno));
            _exit(3);
        }

        /* Writes a message or a score where the judge looks for it. */
        static void assay_tell(const char *directory, const char *name, const char *text, size_t size) {
            char path[512];
            FILE *file;
            if (size == 0) return;
            snprintf(path, sizeof path, "%s%s", directory, name);
            file = fopen(path, "wb");
            if (file == NULL || fwrite(text, 1, size, file) != size || fclose(file) != 0) assay_fail(path);
        }

        /* The beginning of a file, with a NUL behind it. */
        static char *assay_read(const char *path, size_t *size) {
            static char texts[2][65536];
            static int used = 0;
            char *text = texts[used++ % 2];
            FILE *file = fopen(path, "rb");
            *size = 0;
            if (file != NULL) {
                *size = fread(text, 1, sizeof texts[0] - 1, file);
                fclose(file);
            }
            text[*size] = 0;
            return text;
        }

        static void assay_copy_input(const char *path) {
            static char piece[65536];
            int file = (int)assay_open(path, O_WRONLY | O_CREAT | O_TRUNC);
            if (file < 0) assay_fail(path);
            for (;;) {
                long count = syscall(SYS_read, 0, piece, sizeof piece), done = 0;
                if (count < 0) assay_fail("the output");
                if (count == 0) break;
                while (done < count) {
                    long part = syscall(SYS_write, file, piece + done, (size_t)(count - done));
                    if (part < 0) assay_fail(path);
                    done += part;
                }
            }
            assay_close(file);
        }

        static void assay_redirect(const char *path, int number) {
            int file = (int)assay_open(path, O_WRONLY | O_CREAT | O_TRUNC);
            if (file < 0) assay_fail(path);
            if (file == number) return;
            if (syscall(SYS_dup3, file, number, 0) < 0) assay_fail(path);
            assay_close(file);
        }

        /* The share of the points that `points N` or `partial N/M` gives; below 0 where there is no such line. */
        static double assay_share(const char *text, int is_fraction, double points) {
            const char *line = text;
            while (line != NULL && *line != 0) {
                unsigned long above, below;
                char end = 0;
                if (!is_fraction && sscanf(line, "points %lu%c", &above, &end) >= 1 && (end == 0 || end == '\n'))
                    return points > 0 ? (double)above / points : above == 0 ? 0 : 2;
                end = 0;
                if (is_fraction && sscanf(line, "partial %lu/%lu%c", &above, &below, &end) >= 2 && below > 0
                    && (end == 0 || end == '\n'))
                    return (double)above / (double)below;
                line = strchr(line, '\n');
                if (line != NULL) line++;
            }
            return -1;
        }

        /* Two lines in a row that are numbers: the first by the second. Below 0 where there are none. */
        static double assay_peg_share(const char *text) {
            double share = -1, before = 0;
            int has_before = 0;
            const char *line = text;
            while (line != NULL && *line != 0) {
                char *end;
                double number = strtod(line, &end);
                int is_number = end != line && (*end == '\n' || *end == 0 || *end == '\r');
                if (is_number && has_before && number != 0 && share <= 0 && before / number > 0) share = before / number;
                has_before = is_number;
                before = number;
                line = strchr(line, '\n');
                if (line != NULL) line++;
            }
            return share;
        }

        static void assay_finish(int status, const char *directory, int is_interactor, const char *kind, double points,
                                 int is_shown) {
            size_t said_size, complained_size;
            char *said = assay_read("/tmp/assay-said", &said_size);
            char *complained = assay_read("/tmp/assay-complained", &complained_size);
            char *feedback = is_interactor ? complained : said;
            size_t feedback_size = is_interactor ? complained_size : said_size;
            int is_default = strcmp(kind, "default") == 0, is_peg = strcmp(kind, "peg") == 0;
            double share = -1;
            int code;
            fwrite(complained, 1, complained_size, stderr);
            if (WIFSIGNALED(status)) {
                fprintf(stderr, "the checker was ended by signal %d\n", WTERMSIG(status));
                _exit(3);
            }
            code = WEXITSTATUS(status);
            if (is_peg && (code == 0 || code == 1)) {
                share = assay_peg_share(feedback);
                if (share > 0) code = 7;
            }
            if (code == 7 && !is_default && !is_peg) {
                share = assay_share(complained, strcmp(kind, "coci") == 0, points);
                if (share < 0) {
                    fprintf(stderr, "the checker gives a part of the points and does not say which\n");
                    _exit(3);
                }
            }
            if (code == 7 && share >= 0) {
                char text[64];
                if (share > 1) {
                    fprintf(stderr, "the checker gives more points than there are\n");
                    _exit(3);
                }
                assay_tell(directory, "score.txt", text, (size_t)snprintf(text, sizeof text, "%.10g\n", share * points));
                code = 0;
            }
            if (code == 2 && !is_default && !is_peg) {
                if (feedback_size == 0 || !is_shown) {
                    static char words[] = "Presentation Error";
                    feedback = words;
                    feedback_size = sizeof words - 1;
                    is_shown = 1;
                }
                code = 1;
            }
            if (code != 0 && code != 1) {
                fwrite(said, 1, said_size, stderr);
                fprintf(stderr, "the checker ended with the exit code %d\n", code);
                _exit(3);
            }
            if (is_shown) assay_tell(directory, "teammessage.txt", feedback, feedback_size);
            assay_tell(directory, "judgemessage.txt", complained, complained_size);
            _exit(code == 0 ? 42 : 43);
        }

        __attribute__((constructor)) static void assay_start(int argc, char **argv) {
            char *arguments[64];
            int count = 0, index, status, is_interactor;
            pid_t child;
            if (getenv(assay_mark) != NULL) {
                /* As on a terminal, where DMOJ runs interactors: a line is written when it ends, and what is left of one
                   before something is read. Many rely on that and never flush. */
                if (strcmp(getenv(assay_mark), "lines") == 0) {
                    setvbuf(stdin, NULL, _IOLBF, BUFSIZ);
                    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
                }
                unsetenv(assay_mark);
                return;
            }
            if (argc < 8) {
                fprintf(stderr, "this checker is started by the judge only\n");
                _exit(3);
            }
            is_interactor = strncmp(argv[4], "interactor", 10) == 0;
            if (!is_interactor) assay_copy_input("/tmp/assay-output");
            arguments[count++] = argv[0];
            for (index = 8; index < argc && count < 63; index++) {
                char *argument = argv[index];
                if (strcmp(argument, "{input_file}") == 0) argument = argv[1];
                else if (strcmp(argument, "{answer_file}") == 0) argument = argv[2];
                else if (strcmp(argument, "{output_file}") == 0)
                    argument = (char *)(is_interactor ? "/dev/null" : "/tmp/assay-output");
                arguments[count++] = argument;
            }
            arguments[count] = NULL;
            child = fork();
            if (child < 0) assay_fail("the checker could not be started");
            if (child == 0) {
                if (!is_interactor) {
                    assay_redirect("/tmp/assay-said", 1);
                    assay_close(0);
                    if (assay_open("/dev/null", O_RDONLY) != 0) assay_fail("/dev/null");
                }
                assay_redirect("/tmp/assay-complained", 2);
                setenv(assay_mark, strcmp(argv[4], "interactor") == 0 ? "lines" : "1", 1);
                syscall(SYS_execve, "/proc/self/exe", arguments, environ);
                assay_fail("the checker could not be started");
            }
            /* Whoever reads what an interactor writes sees its end only when nobody has it any more. */
            assay_close(0);
            assay_close(1);
            while (syscall(SYS_wait4, child, &status, 0, NULL) < 0)
                if (errno != EINTR) assay_fail("the checker could not be waited for");
            assay_finish(status, argv[3], is_interactor, argv[5], atof(argv[6]), strcmp(argv[7], "shown") == 0);
        }
        """# + "\n"
}
