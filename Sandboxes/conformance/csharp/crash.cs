using System.Diagnostics;

class Program {
    static void Main() {
        Process.GetCurrentProcess().Kill();
    }
}
