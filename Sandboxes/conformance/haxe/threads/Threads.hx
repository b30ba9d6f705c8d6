import sys.thread.Lock;
import sys.thread.Mutex;
import sys.thread.Thread;

class Threads {
    static function main() {
        final mutex = new Mutex();
        final finished = new Lock();
        var total = 0;
        for (number in 0...4) {
            Thread.create(() -> {
                for (_ in 0...1000) {
                    mutex.acquire();
                    total += number;
                    mutex.release();
                }
                finished.release();
            });
        }
        for (_ in 0...4) finished.wait();
        Sys.println(total);
    }
}
