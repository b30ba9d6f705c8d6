import Core
import Linux

/// What is written down of a prepared state: where it is, how it was when it was made, and what for.
struct PreparedManifest {
    /// A file of it.
    struct File {
        /// Below the state's directory.
        let path: String
        /// The digest of its content.
        let digest: String
        /// What `HostDirectory.fingerprint` said of it.
        var fingerprint: String
    }

    /// The name of the directory, beside the manifest.
    let directory: String
    /// The boot of the machine in which the content was last held against the digests.
    var boot: String
    /// How long it took to make, in milliseconds.
    let milliseconds: Int
    /// What all files hold together.
    let size: Int
    /// For which languages and preparations it was made, as in `cpp headers`.
    var purposes: [String]
    /// Its files.
    var files: [File]

    private static let head = "assay prepared 1"
    private static let end = "end"

    init(directory: String, milliseconds: Int, size: Int, purpose: String, files: [File]) {
        self.directory = directory
        boot = Self.currentBoot
        self.milliseconds = milliseconds
        self.size = size
        purposes = [purpose]
        self.files = files
    }

    /// Reads what `bytes` say; nil when that is not a whole manifest.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 7, lines[0] == Self.head, lines[lines.count - 2] == Self.end,
            lines[lines.count - 1].isEmpty,
            let milliseconds = Int(lines[3]), let size = Int(lines[4])
        else { return nil }
        directory = String(lines[1])
        boot = String(lines[2])
        self.milliseconds = milliseconds
        self.size = size
        purposes = []
        files = []
        for line in lines[5..<lines.count - 2] {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            switch (fields[0], fields.count) {
            case ("for", 2): purposes.append(fields[1])
            case ("file", 4): files.append(File(path: fields[3], digest: fields[1], fingerprint: fields[2]))
            default: return nil
            }
        }
        // A name of ours, and nothing that leads elsewhere.
        guard BoxFile.isAcceptable(path: directory), !directory.utf8.contains(UInt8(ascii: "/")), !files.isEmpty,
            files.allSatisfy({ !$0.path.hasPrefix("/") && !$0.path.contains("..") })
        else { return nil }
    }

    /// The manifest as it is written.
    var bytes: [UInt8] {
        var lines = [Self.head, directory, boot, String(milliseconds), String(size)]
        lines += purposes.map { "for\t\($0)" }
        lines += files.map { "file\t\($0.digest)\t\($0.fingerprint)\t\($0.path)" }
        return Array((lines + [Self.end, ""]).joined(separator: "\n").utf8)
    }

    /// What sets this boot of the machine apart from every other.
    static let currentBoot: String = {
        let boot = (try? KernelText.read("/proc/sys/kernel/random/boot_id")) ?? []
        return String(decoding: boot.filter { $0 > 32 }, as: UTF8.self)
    }()
}
