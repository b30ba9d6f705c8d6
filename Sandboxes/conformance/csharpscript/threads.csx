using System.Threading;
using System.Threading.Tasks;

int sum = 0;
var tasks = Enumerable.Range(0, 4).Select(number => Task.Run(() => {
    for (int i = 0; i < 1000; i++) Interlocked.Add(ref sum, number);
})).ToArray();
Task.WaitAll(tasks);
Console.WriteLine(sum);
