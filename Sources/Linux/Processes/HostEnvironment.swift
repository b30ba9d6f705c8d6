internal import Glibc

/// What this process was started with and as.
public enum HostEnvironment {
    /// The variables of the environment.
    ///
    /// Of a name that occurs twice the first counts, as for `getenv`(3).
    public static func variables() -> [String: String] {
        var result: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            let line = String(cString: text)
            if let equals = line.firstIndex(of: "=") {
                let name = String(line[..<equals])
                if result[name] == nil { result[name] = String(line[line.index(after: equals)...]) }
            }
            entry += 1
        }
        return result
    }

    /// The real path of the program that this process runs; nil where `/proc` is not mounted.
    public static func executable() -> String? { HostDirectory.resolve("/proc/self/exe") }

    /// The machine's name, kernel and architecture, as in `judge1, Linux 6.1.0, x86_64`.
    ///
    /// The call is `uname`(2).
    public static func machine() -> String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        func text<Field>(_ field: Field) -> String {
            withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
        return "\(text(name.nodename)), \(text(name.sysname)) \(text(name.release)), \(text(name.machine))"
    }

    /// The machine's architecture, as in `x86_64`.
    ///
    /// The call is `uname`(2).
    public static var architecture: String {
        var name = utsname()
        guard uname(&name) == 0 else { return "unknown" }
        return withUnsafeBytes(of: name.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// How many processors are at work.
    ///
    /// The call is `sysconf`(3).
    public static func processorCount() -> Int { max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

    /// Ends the process at once, without running what is registered for its end.
    ///
    /// The call is `_exit`(2).
    public static func exitNow(_ code: CInt) -> Never { _exit(code) }
}
