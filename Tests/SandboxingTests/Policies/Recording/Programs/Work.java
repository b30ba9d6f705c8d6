// What a solution in Java may do besides computing: threads, files, time, memory.
import java.io.*;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;

public class Work {
    public static void main(String[] arguments) throws Exception {
        new BufferedReader(new InputStreamReader(System.in)).lines().count();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int number = 0; number < 8; number++) futures.add(pool.submit(() -> new byte[1 << 22].length));
        for (Future<Integer> future : futures) future.get();
        pool.shutdown();
        long sum = IntStream.range(0, 1000000).parallel().mapToLong(number -> number * 3L).sum();
        Path path = Paths.get("/tmp/text");
        Files.writeString(path, "text");
        Files.move(path, Paths.get("/tmp/other"));
        try (FileChannel channel = FileChannel.open(Paths.get("/tmp/other"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, 4096);
            mapped.put(0, (byte) 1);
            mapped.force();
            channel.force(true);
        }
        try (Stream<Path> list = Files.list(Paths.get("/tmp"))) { list.count(); }
        Files.delete(Paths.get("/tmp/other"));
        ByteBuffer.allocateDirect(1 << 24).put(0, (byte) 1);
        Map<Integer, String> table = new HashMap<>();
        Random random = new Random();
        for (int number = 0; number < 500000; number++) table.put(random.nextInt(), "" + number);
        new ProcessBuilder("/usr/bin/true").start().waitFor();
        Thread.sleep(1);
        System.gc();
        try {
            recurse(0);
        } catch (StackOverflowError error) {
            System.err.println("caught");
        }
        PrintWriter out = new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out)));
        out.println("done " + sum + table.size());
        out.flush();
    }

    private static int recurse(int depth) { return 1 + recurse(depth + 1); }
}
