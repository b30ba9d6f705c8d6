internal import Linux

/// What this system's apt knows of Debian packages.
enum AptPackages {
    /// Those of `packages` that apt has no candidate for; none where there is no apt, which then has no say.
    static func unavailable(_ packages: Set<String>) async throws -> Set<String> {
        guard !packages.isEmpty else { return [] }
        let names = packages.sorted()
        return try await BlockingWork.run { stop in
            var said: [UInt8] = []
            let call = HostTool.Call(
                "/usr/bin/apt-cache",
                ["apt-cache", "policy"] + names,
                environment: ["LC_ALL=C.UTF-8"]
            )
            let end = try? HostTool.run(call, stop: stop) { said += $0 }
            guard end == .exited(0) else { return [] }
            return packages.subtracting(candidates(in: String(decoding: said, as: UTF8.self)))
        }
    }

    /// The packages that can be installed by what `apt-cache policy` said.
    static func candidates(in text: String) -> Set<String> {
        var found: Set<String> = []
        var package = ""
        for line in text.split(separator: "\n") {
            if line.first != " ", line.last == ":" { package = String(line.dropLast()) }
            let words = line.split(separator: " ")
            if words.count == 2, words[0] == "Candidate:", words[1] != "(none)" { found.insert(package) }
        }
        return found
    }
}
