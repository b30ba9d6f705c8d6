import Linux

/// What of the host's apt settings holds for a root's, too: proxies, and whether dates are checked.
struct AptSettings: Hashable {
    private(set) var lines: [String] = []

    private static let kept = [
        "Acquire::http::", "Acquire::https::", "Acquire::Check-Valid-Until", "Acquire::Check-Date",
        "Acquire::Max-FutureTime", "Acquire::Retries", "Acquire::ForceIPv4", "Acquire::ForceIPv6",
    ]
    /// These name files and programs of the host, which are not there in a root.
    private static let dropped = [
        "Proxy-Auto-Detect", "ProxyAutoDetect", "CAInfo", "CAPath", "SslCert", "SslKey", "CrlFile", "IssuerCert",
    ]

    /// What `dump`, the output of `apt-config dump`, has of them.
    init(dump: String) {
        lines = dump.split(separator: "\n").map(String.init).filter { line in
            let name = line.prefix { $0 != " " }
            return line.hasSuffix("\";") && Self.kept.contains { name.hasPrefix($0) }
                && !Self.dropped.contains { name.lowercased().contains($0.lowercased()) }
        }
    }

    /// The settings of this host; none where it has no apt.
    @available(*, noasync, message: "this blocks the thread")
    static func ofHost() -> AptSettings {
        var dump: [UInt8] = []
        let call = HostTool.Call("/usr/bin/apt-config", ["apt-config", "dump"], environment: ["LC_ALL=C.UTF-8"])
        let end = try? HostTool.run(call) { dump += $0 }
        return AptSettings(dump: end == .exited(0) ? String(decoding: dump, as: UTF8.self) : "")
    }

    /// The value of a setting; nil when it is not set or empty.
    func value(_ name: String) -> String? {
        for line in lines where line.hasPrefix(name + " \"") {
            let value = line.dropFirst(name.count + 2).dropLast(2)
            return value.isEmpty || value == "DIRECT" ? nil : String(value)
        }
        return nil
    }

    /// The variables that tell programs of the proxies: what `environment` has, else what apt uses.
    func proxyVariables(environment: [String: String]) -> [String] {
        var result: [String] = []
        for scheme in ["http", "https"] {
            let name = scheme + "_proxy"
            if let value = environment[name] ?? environment[name.uppercased()] ?? value("Acquire::\(scheme)::Proxy") {
                result.append("\(name)=\(value)")
            }
        }
        if let exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] {
            result.append("no_proxy=\(exceptions)")
        }
        return result
    }
}
