// Runs the script that it gets, or, where ONLY_CHECK is set, compiles all that it gets and runs none of them. Mono's own
// shell ends with 0 whatever happens, counts lines from each statement, and knows no #load.
LoadAssembly("Mono.CSharp");
using System.IO;
using Mono.CSharp;
class Printer : ReportPrinter {
    public string Name;
    public int First;

    public override void Print(AbstractMessage message, bool fullPath) {
        base.Print(message, fullPath);
        if (message.Location.IsNull) return;
        Console.Error.WriteLine("{0}({1},{2}): {3} CS{4:0000}: {5}", Name, First + message.Location.Row - 1,
            message.Location.Column, message.IsWarning ? "warning" : "error", message.Code, message.Text);
    }
}
static class Script {
    static readonly Printer printer = new Printer();
    static readonly Evaluator evaluator = new Evaluator(new CompilerContext(new CompilerSettings(), printer));
    static readonly bool check = Environment.GetEnvironmentVariable("ONLY_CHECK") != null;

    public static void Start() {
        var names = Environment.GetCommandLineArgs().SkipWhile(word => !word.EndsWith("/script.csx")).Skip(1);
        evaluator.LoadAssembly("System.Numerics");
        evaluator.Run("using System; using System.Collections; using System.Collections.Generic; using System.Linq;");
        try {
            foreach (var name in check ? names : names.Take(1)) Take(name);
        } catch (Exception error) {
            Console.Error.WriteLine(error);
            Environment.Exit(1);
        }
        Environment.Exit(0);
    }

    static void Take(string name) {
        var lines = File.ReadAllLines(name);
        string part = "";
        for (int i = 0; i < lines.Length; i++) {
            if (part == "") {
                printer.Name = name;
                printer.First = i + 1;
                if (lines[i].Trim() == "" || i == 0 && lines[i].StartsWith("#!")) continue;
                if (lines[i].StartsWith("#load \"")) {
                    Take(lines[i].Split('"')[1]);
                    continue;
                }
            }
            part += lines[i] + "\n";
            if (i + 1 < lines.Length && GoesOn(lines[i + 1])) continue;
            CompiledMethod method;
            if (evaluator.Compile(part, out method) != null) continue;
            if (printer.ErrorsCount > 0) Environment.Exit(1);
            part = "";
            object result = null;
            if (method != null && !check) method(ref result);
        }
        if (part == "") return;
        Console.Error.WriteLine("{0}({1},1): error: the statement that begins here is not complete", name, printer.First);
        Environment.Exit(1);
    }

    static bool GoesOn(string line) {
        return new[] {"else", "catch", "finally", "{", ".", "?", ":"}.Any(line.TrimStart().StartsWith);
    }
}
Script.Start();
