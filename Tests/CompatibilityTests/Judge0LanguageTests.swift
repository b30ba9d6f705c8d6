import Compatibility
import Core
import Languages
import Testing

struct Judge0LanguageTests {
    /// What clients have written into their sources.
    ///
    /// Numbers are only ever added: one that came to mean another language would judge programs by the wrong compiler.
    static let numbers: [Int: String] = [
        43: "text", 45: "nasm", 46: "bash", 48: "c", 49: "c", 50: "c", 51: "csharp", 52: "cpp14", 53: "cpp17",
        54: "cpp",
        55: "lisp", 56: "d", 57: "elixir", 58: "erlang", 59: "fortran", 60: "go", 61: "haskell", 62: "java",
        63: "javascript", 64: "lua", 65: "ocaml", 66: "octave", 67: "pascal", 68: "php", 69: "gprolog", 70: "python2",
        71: "python3", 72: "ruby", 73: "rust", 74: "typescript", 75: "cclang", 76: "cpp20clang", 77: "cobol",
        78: "kotlin", 79: "objectivec", 80: "r", 81: "scala", 82: "sql", 83: "swift", 85: "perl", 86: "clojure",
        88: "groovy", 91: "java", 92: "python3", 93: "javascript", 94: "typescript", 95: "go", 97: "javascript",
        98: "php", 99: "r", 100: "python3", 101: "typescript", 102: "javascript", 103: "c", 104: "cclang", 105: "cpp20",
        106: "go", 107: "go", 108: "rust", 109: "python3", 110: "cclang", 111: "kotlin",
    ]

    @Test func `a number of Judge0 means the language that it has always meant`() throws {
        let languages = Judge0Languages(try Offers.all())
        for (number, language) in Self.numbers {
            #expect(languages[number]?.profile.id.rawValue == language, "\(number)")
        }
    }

    @Test func `no two profiles have one number`() throws {
        var owners: [Int: [String]] = [:]
        for language in try Offers.all() {
            for number in language.profile.names.judge0 {
                owners[number, default: []].append(language.profile.id.rawValue)
            }
        }
        #expect(owners.filter { $0.value.count > 1 }.isEmpty)
        #expect(Set(owners.keys).isSuperset(of: Self.numbers.keys))
    }
}
