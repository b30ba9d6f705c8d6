/// A line of a file of submissions: `{"id","problem","language","files"|"source","entry","expected"}`.
struct JSONSubmission: Decodable {
    let id: String?
    let problem: String?
    let language: String?
    let files: [String: String]?
    let source: String?
    let entry: String?
    let expected: [String]?
    /// A key that stands for nothing, and that of these which is likely meant by it.
    let slip: (written: String, meant: String)?

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    private static let keys = ["id", "problem", "language", "files", "source", "entry", "expected"]

    /// Reads the keys; of others it takes no notice but where one is nearly called as one that is not there.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: String) throws -> Value? {
            try container.decodeIfPresent(Value.self, forKey: Key(stringValue: key))
        }
        id = try value("id")
        problem = try value("problem")
        language = try value("language")
        files = try value("files")
        source = try value("source")
        entry = try value("entry")
        expected = try value("expected")
        let written = Set(container.allKeys.map(\.stringValue))
        let missing = JSONSubmission.keys.filter { !written.contains($0) }
        slip =
            written.subtracting(JSONSubmission.keys).sorted().lazy.compactMap { key in
                NearNames.of(key, among: missing).first.map { (key, $0) }
            }.first
    }

    /// What must be under `key`.
    static func wanted(of key: String) -> String {
        switch key {
        case "files": "an object with a text for each file's name"
        case "expected": "a list of verdicts, such as [\"AC\"]"
        default: "a text"
        }
    }
}
