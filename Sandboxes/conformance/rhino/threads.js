importPackage(java.util.concurrent.atomic);

const sum = new AtomicInteger();
const threads = [0, 1, 2, 3].map(number => spawn(() => {
    for (let i = 0; i < 1000; i++) sum.addAndGet(number);
}));
threads.forEach(thread => thread.join());
print(sum);
