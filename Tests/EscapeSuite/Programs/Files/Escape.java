// Leaves whatever its virtual machine keeps it in: other programs, native memory, reflection, the security manager.
import java.io.*;
import java.lang.reflect.*;
import java.nio.file.*;

public class Main {
    interface Call {
        Object make() throws Throwable;
    }

    static void attempt(String name, Call call) {
        try {
            System.out.println(name + " " + call.make());
        } catch (Throwable error) {
            System.out.println(name + " " + error.getClass().getSimpleName());
        }
    }

    static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return text.contains("root:") ? "REACHED" : "ended with " + process.exitValue();
    }

    public static void main(String[] arguments) {
        attempt("read", () -> Files.readString(Path.of("/etc/shadow")).length());
        attempt("another program", () -> run("/usr/bin/cat", "/etc/shadow"));
        attempt("init", () -> Files.readAllBytes(Path.of("/proc/1/environ")).length);
        attempt("manager", () -> {
            System.setSecurityManager(null);
            return Files.exists(Path.of("/etc/shadow"));
        });
        attempt("memory", () -> {
            Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return field.get(null) != null ? "its own" : "none";
        });
        attempt("write", () -> Files.writeString(Path.of("/usr/escape"), "x"));
        attempt("link", () -> {
            Path link = Files.createSymbolicLink(Path.of("/tmp/link"), Path.of("/etc/shadow"));
            return Files.readString(link).length();
        });
        attempt("processes", () -> ProcessHandle.allProcesses().count() + " " + ProcessHandle.of(1).isPresent());
    }
}
