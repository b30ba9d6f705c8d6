extension VerdictsProgram {
    /// Programs that add up 6000 with four threads.
    static let threads: [VerdictsProgram] = [
        VerdictsProgram(
            language: "cpp",
            file: "main.cpp",
            source: #"""
                #include <atomic>
                #include <iostream>
                #include <thread>
                #include <vector>
                int main() {
                    std::atomic<long> sum = 0;
                    std::vector<std::thread> pool;
                    for (int worker = 0; worker < 4; worker++)
                        pool.emplace_back([&, worker] { for (int i = 0; i < 1000; i++) sum += worker; });
                    for (auto &thread : pool) thread.join();
                    std::cout << sum << std::endl;
                }
                """#
        ),
        VerdictsProgram(
            language: "cpp20clang",
            file: "main.cpp",
            source: #"""
                #include <atomic>
                #include <iostream>
                #include <thread>
                #include <vector>
                int main() {
                    std::atomic<long> sum = 0;
                    std::vector<std::thread> pool;
                    for (int worker = 0; worker < 4; worker++)
                        pool.emplace_back([&, worker] { for (int i = 0; i < 1000; i++) sum += worker; });
                    for (auto &thread : pool) thread.join();
                    std::cout << sum << std::endl;
                }
                """#
        ),
        VerdictsProgram(
            language: "rust",
            file: "main.rs",
            source: #"""
                use std::thread::spawn;
                fn main() {
                    let pool: Vec<_> = (0..4u64).map(|worker| spawn(move || (0..1000).map(|_| worker).sum::<u64>())).collect();
                    println!("{}", pool.into_iter().map(|thread| thread.join().unwrap()).sum::<u64>());
                }
                """#
        ),
        VerdictsProgram(
            language: "go",
            file: "main.go",
            source: #"""
                package main

                import (
                    "fmt"
                    "sync"
                    "sync/atomic"
                )

                func main() {
                    var sum int64
                    var pool sync.WaitGroup
                    for worker := int64(0); worker < 4; worker++ {
                        pool.Add(1)
                        go func(worker int64) {
                            defer pool.Done()
                            for i := 0; i < 1000; i++ {
                                atomic.AddInt64(&sum, worker)
                            }
                        }(worker)
                    }
                    pool.Wait()
                    fmt.Println(sum)
                }
                """#
        ),
        VerdictsProgram(
            language: "java",
            file: "Main.java",
            source: #"""
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.Executors;
                import java.util.concurrent.TimeUnit;
                import java.util.concurrent.atomic.AtomicLong;

                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        ExecutorService pool = Executors.newFixedThreadPool(4);
                        AtomicLong sum = new AtomicLong();
                        for (int worker = 0; worker < 4; worker++) {
                            long number = worker;
                            pool.submit(() -> { for (int i = 0; i < 1000; i++) sum.addAndGet(number); });
                        }
                        pool.shutdown();
                        pool.awaitTermination(1, TimeUnit.MINUTES);
                        System.out.println(sum);
                    }
                }
                """#
        ),
        VerdictsProgram(
            language: "javascript",
            file: "main.js",
            source: #"""
                const { Worker } = require('worker_threads');
                const run = (worker) =>
                    new Promise((resolve) => {
                        const source = `require('worker_threads').parentPort.postMessage(${worker} * 1000)`;
                        new Worker(source, { eval: true }).on('message', resolve);
                    });
                Promise.all([0, 1, 2, 3].map(run)).then((parts) => console.log(parts.reduce((sum, part) => sum + part)));
                """#
        ),
        VerdictsProgram(
            language: "python3",
            file: "main.py",
            source: #"""
                from concurrent.futures import ThreadPoolExecutor

                with ThreadPoolExecutor(4) as pool:
                    print(sum(pool.map(lambda worker: sum(worker for _ in range(1000)), range(4))))
                """#
        ),
        VerdictsProgram(
            language: "ruby",
            file: "main.rb",
            source: #"""
                puts 4.times.map { |worker| Thread.new { 1000 * worker } }.sum(&:value)
                """#
        ),
        VerdictsProgram(
            language: "swift",
            file: "main.swift",
            source: #"""
                import Dispatch
                import Synchronization
                let sum = Atomic(0)
                DispatchQueue.concurrentPerform(iterations: 4) { worker in
                    for _ in 0..<1000 { sum.add(worker, ordering: .relaxed) }
                }
                print(sum.load(ordering: .relaxed))
                """#
        ),
    ]
}
