// Runs the script that it gets, or, where ONLY_CHECK is set, compiles all that it gets and runs none of them. Mono's
// own shell ends with 0 whatever happens, counts lines from each statement, and knows no #load.
LoadAssembly("Mono.CSharp");
using System.IO;
using Mono.CSharp;
class Printer : ReportPrinter {
    public string Name;
    public int First;
    public bool Unfinished;
    readonly List<string> lines = new List<string>();

    public override void Print(AbstractMessage message, bool fullPath) {
        base.Print(message, fullPath);
        if (message.Location.IsNull) return;
        // A comment, #if or #region that goes on.
        Unfinished |= new[] {1035, 1027, 1038}.Contains(message.Code);
        lines.Add(string.Format("{0}({1},{2}): {3} CS{4:0000}: {5}", Name, First + message.Location.Row - 1,
            message.Location.Column, message.IsWarning ? "warning" : "error", message.Code, message.Text));
    }

    public void Tell() {
        foreach (var line in lines) Console.Error.WriteLine(line);
        Forget();
    }

    public void Forget() {
        lines.Clear();
        Unfinished = false;
        Reset();
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
                string line = lines[i].Trim();
                if (line == "" || new[] {"//", "#!", "#region", "#endregion"}.Any(line.StartsWith)) continue;
                if (lines[i].StartsWith("#load \"")) {
                    Take(lines[i].Split('"')[1]);
                    continue;
                }
            }
            part += lines[i] + "\n";
            if (i + 1 < lines.Length && (!Ends(lines[i]) || GoesOn(lines[i + 1]))) continue;
            CompiledMethod method;
            printer.Forget();
            if (evaluator.Compile(part, out method) != null || printer.Unfinished) continue;
            int mistakes = printer.ErrorsCount;
            printer.Tell();
            if (mistakes > 0) Environment.Exit(1);
            part = "";
            object result = null;
            if (method != null && !check) method(ref result);
        }
        if (part == "") return;
        printer.Tell();
        string problem = "the statement that begins here is not complete";
        Console.Error.WriteLine("{0}({1},1): error: {2}", name, printer.First, problem);
        Environment.Exit(1);
    }

    // Mono's compiler takes a statement without its semicolon as well, and would not wait for the rest of it.
    static bool Ends(string line) {
        int comment = line.IndexOf("//");
        return new[] {line, comment < 0 ? line : line.Substring(0, comment)}
            .Select(text => text.TrimEnd()).Any(text => text.EndsWith(";") || text.EndsWith("}"));
    }

    static bool GoesOn(string line) {
        return new[] {"else", "catch", "finally", "{", ".", "?", ":"}.Any(line.TrimStart().StartsWith);
    }
}
Script.Start();
