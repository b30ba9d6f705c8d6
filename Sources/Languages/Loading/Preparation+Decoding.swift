import YAML

extension Preparation {
    /// What the profile in `reader` prepares.
    ///
    /// One that is nothing is one that the profile takes back from what it extends.
    static func all(in reader: FieldReader, directory: String) throws(ProfileError) -> [Preparation] {
        var result: [Preparation] = []
        for (name, value) in try reader.entries("prepare") where !value.isNull {
            let fields = try FieldReader(
                value,
                file: reader.file,
                prefix: "prepare.\(name).",
                keys: ["step", "command", "environment", "files", "directories", "watch"]
            )
            var files: [(name: String, text: String)] = []
            for (name, text) in try fields.entries("files") where !text.isNull {
                guard let text = text.text else { throw fields.mistake("files", "texts by file names") }
                files.append((name, text))
            }
            result.append(
                Preparation(
                    name: name,
                    place: try fields.choice("step", default: .compile),
                    command: try fields.templates("command"),
                    environment: try fields.environment(),
                    files: files,
                    directories: try fields.strings("directories"),
                    watches: try fields.strings("watch").map { .init(path: $0, beside: directory) }
                )
            )
        }
        return result
    }
}

extension PreparedUse {
    /// What the step in `step` uses.
    static func all(in step: FieldReader) throws(ProfileError) -> [PreparedUse] {
        var result: [PreparedUse] = []
        for (name, value) in try step.entries("prepared") where !value.isNull {
            let fields = try FieldReader(
                value,
                file: step.file,
                prefix: "prepared.\(name).",
                keys: ["arguments", "environment", "command", "opening", "doubts"]
            )
            result.append(
                PreparedUse(
                    name: name,
                    arguments: fields.has("arguments") ? try fields.templates("arguments") : [],
                    environment: try fields.environment(),
                    command: fields.has("command") ? try fields.templates("command") : nil,
                    opening: fields.has("opening") ? try fields.string("opening") : nil,
                    doubts: try fields.strings("doubts")
                )
            )
        }
        return result
    }
}
