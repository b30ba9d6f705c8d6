using System;
using System.Threading;
using System.Threading.Tasks;

class Program {
    static void Main() {
        int sum = 0;
        var tasks = new Task[4];
        for (int i = 0; i < 4; i++) {
            int number = i;
            tasks[i] = Task.Run(() => {
                for (int j = 0; j < 1000; j++) Interlocked.Add(ref sum, number);
            });
        }
        Task.WaitAll(tasks);
        Console.WriteLine(sum);
    }
}
