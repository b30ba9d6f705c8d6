import Linux

/// A place that apt takes packages from (sources.list(5)).
struct AptSource: Hashable {
    var address: String
    var suite: String
    var components: [String]
}

/// What the files of the host's apt say about where packages come from.
enum AptSources {
    /// The sources that `/etc/apt` names, those of `sources.list` first.
    static func ofHost(directory: String = "/etc/apt") -> [AptSource] {
        let more = ((try? HostDirectory.entries(of: directory + "/sources.list.d")) ?? []).map(\.name)
        let files = ["sources.list"] + more.map { "sources.list.d/" + $0 }
        return files.flatMap { name -> [AptSource] in
            let text = String(decoding: (try? HostFile.read(directory + "/" + name)) ?? [], as: UTF8.self)
            if name.hasSuffix(".sources") { return stanzas(text) }
            return name.hasSuffix(".list") ? lines(text) : []
        }
    }

    /// The one-line style: `deb [option=value …] address suite component…`.
    static func lines(_ text: String) -> [AptSource] {
        text.split(separator: "\n").compactMap { line in
            var words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.first == "deb" else { return nil }
            words.removeFirst()
            if let first = words.first, first.hasPrefix("[") {
                guard let end = words.firstIndex(where: { $0.hasSuffix("]") }) else { return nil }
                words.removeSubrange(...end)
            }
            guard words.count >= 2 else { return nil }
            return AptSource(address: words[0], suite: words[1], components: Array(words[2...]))
        }
    }

    /// The deb822 style: paragraphs of `Name: value`, where a value goes on in lines that begin with a space.
    static func stanzas(_ text: String) -> [AptSource] {
        var result: [AptSource] = []
        var fields: [String: [String]] = [:]
        var name = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""] {
            if line.hasPrefix("#") { continue }
            if line.allSatisfy(\.isWhitespace) {
                result += sources(of: fields)
                fields = [:]
            } else if line.first == " " || line.first == "\t" {
                fields[name, default: []] += line.split(whereSeparator: \.isWhitespace).map(String.init)
            } else if let colon = line.firstIndex(of: ":") {
                name = line[..<colon].lowercased()
                fields[name] = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
        return result
    }

    private static func sources(of fields: [String: [String]]) -> [AptSource] {
        guard fields["types"]?.contains("deb") == true, fields["enabled"]?.first?.lowercased() != "no" else {
            return []
        }
        return (fields["uris"] ?? []).flatMap { address in
            (fields["suites"] ?? []).map { suite in
                AptSource(address: address, suite: suite, components: fields["components"] ?? [])
            }
        }
    }
}
