import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public class Main {
    public static void main(String[] arguments) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        AtomicInteger sum = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            int number = i;
            pool.submit(() -> { for (int j = 0; j < 1000; j++) sum.addAndGet(number); });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        System.out.println(sum);
    }
}
