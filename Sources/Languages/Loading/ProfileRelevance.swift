/// Which profiles can matter to a submission, told by the words in their files alone.
///
/// Reading all of a profile takes many times as long as looking for words in it, and most are about languages that a
/// submission has nothing to do with. What is picked is never too little: too much is harmless.
struct ProfileRelevance {
    /// Words of which a relevant profile, or one that it extends, has at least one: extensions, ids, interpreters.
    private let words: Set<UInt64>
    /// The ids of profiles that are needed besides.
    private let ids: Set<String>

    init(words: Set<String>, ids: Set<String>) {
        self.words = Set(words.map { WordDigest.of($0.utf8) })
        self.ids = ids
    }

    /// Those of `files` that can matter, and all that they extend.
    func picked(from files: [ProfileFile]) -> [ProfileFile] {
        let looks = files.map { Look(at: $0, for: words) }
        let places = Dictionary(looks.indices.map { (WordDigest.of(files[$0].stem.utf8), $0) }) { first, _ in first }
        var isPicked = looks.map(\.isMentioned)
        let bases = looks.map { look in look.bases.compactMap { places[$0] } }
        // Who has no extensions has those of whom it extends.
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for place in looks.indices where !isPicked[place] && bases[place].contains(where: { isPicked[$0] }) {
                isPicked[place] = true
                hasChanged = true
            }
        }
        for place in looks.indices where ids.contains(files[place].stem) { isPicked[place] = true }
        var unread = looks.indices.filter { isPicked[$0] }
        while let place = unread.popLast() {
            for base in bases[place] where !isPicked[base] {
                isPicked[base] = true
                unread.append(base)
            }
        }
        return files.indices.filter { isPicked[$0] }.map { files[$0] }
    }

    /// What the words of one file tell.
    private struct Look {
        var isMentioned = false
        /// The words behind `extends`: the profile's own, and those in programs of its that are written alike.
        var bases: [UInt64] = []

        private static let extends = WordDigest.of("extends".utf8)

        init(at file: ProfileFile, for words: Set<UInt64>) {
            var word = WordDigest()
            var isBehindExtends = false
            var isBehindBackslash = false
            for byte in file.bytes {
                // What is written by its numbers could be any word.
                if isBehindBackslash, [UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U")].contains(byte) {
                    isMentioned = true
                }
                isBehindBackslash = byte == UInt8(ascii: "\\")
                guard Self.endsWord(byte) else {
                    word.take(byte)
                    continue
                }
                if word.isEmpty { continue }
                if words.contains(word.value) { isMentioned = true }
                if isBehindExtends { bases.append(word.value) }
                isBehindExtends = word.value == Self.extends
                word = WordDigest()
            }
            if words.contains(word.value) { isMentioned = true }
            if isBehindExtends, !word.isEmpty { bases.append(word.value) }
        }

        /// What YAML has between words of lists and mappings; none of it is in an extension, an id or an interpreter's name.
        private static func endsWord(_ byte: UInt8) -> Bool {
            switch byte {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"),
                UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                true
            default: false
            }
        }
    }
}

/// A word as a number, by the hash function FNV-1a: two words with the same number only make a profile relevant that is not.
private struct WordDigest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var isEmpty = true

    mutating func take(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
        isEmpty = false
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var digest = WordDigest()
        for byte in bytes { digest.take(byte) }
        return digest.value
    }
}
