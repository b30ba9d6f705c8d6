import Core
import YAML

/// Reads the fields of one mapping of a profile; a key that nobody asks for is a mistake.
struct FieldReader {
    let file: String
    let node: YAMLNode
    /// Where the mapping is, as in `compile.`; empty at the top.
    private let prefix: String

    /// A reader of `node`, which may have `keys` and no others.
    init(_ node: YAMLNode, file: String, prefix: String = "", keys: [String]) throws(ProfileError) {
        self.file = file
        self.node = node
        self.prefix = prefix
        guard let pairs = node.pairs else {
            let place = prefix.isEmpty ? "a profile" : "`\(prefix.dropLast())`"
            throw ProfileError(file: file, line: node.line, message: "\(place) must be a mapping, not \(node.kind)")
        }
        for (key, _) in pairs where !keys.contains(key.text ?? "") {
            let name = key.text ?? ""
            let near = NearNames.of(name, among: keys).first.map { "; did you mean `\($0)`?" }
            let mend = near ?? "; known here are \(keys.joined(separator: ", "))"
            throw ProfileError(file: file, line: key.line, message: "unknown key `\(prefix)\(name)`\(mend)")
        }
    }

    /// The mistake that `key` is not `expected`.
    func mistake(_ key: String, _ expected: String) -> ProfileError {
        guard let value = node[key] else {
            return ProfileError(file: file, line: node.line, message: "`\(prefix)\(key)` is missing; give \(expected)")
        }
        let message = "`\(prefix)\(key)` must be \(expected), not \(value.kind)"
        return ProfileError(file: file, line: value.line, message: message)
    }

    func has(_ key: String) -> Bool { node[key] != nil }

    func string(_ key: String) throws(ProfileError) -> String {
        guard let text = node[key]?.string else { throw mistake(key, "a text") }
        return text
    }

    func string(_ key: String, default value: String) throws(ProfileError) -> String {
        has(key) ? try string(key) : value
    }

    func strings(_ key: String) throws(ProfileError) -> [String] {
        guard let value = node[key] else { return [] }
        guard let list = value.list else { throw mistake(key, "a list of texts") }
        return try list.map { element throws(ProfileError) in try text(of: element, in: key) }
    }

    func bool(_ key: String, default value: Bool) throws(ProfileError) -> Bool {
        guard let found = node[key] else { return value }
        guard let flag = found.bool else { throw mistake(key, "true or false") }
        return flag
    }

    func int(_ key: String, default value: Int) throws(ProfileError) -> Int {
        guard let found = node[key] else { return value }
        guard let number = found.int else { throw mistake(key, "a whole number") }
        return number
    }

    func double(_ key: String, default value: Double) throws(ProfileError) -> Double {
        guard let found = node[key] else { return value }
        guard let number = found.double else { throw mistake(key, "a number") }
        return number
    }

    func ints(_ key: String) throws(ProfileError) -> [Int] {
        guard let value = node[key] else { return [] }
        let numbers = value.list?.map(\.int) ?? [nil]
        guard numbers.allSatisfy({ $0 != nil }) else { throw mistake(key, "a list of whole numbers") }
        return numbers.compactMap(\.self)
    }

    /// A size, as in `64 MiB`.
    func size(_ key: String) throws(ProfileError) -> ByteCount? {
        guard let value = node[key] else { return nil }
        let units = ["B": 0, "KiB": 10, "MiB": 20, "GiB": 30]
        let words = value.string?.split(separator: " ") ?? []
        guard words.count == 2, let shift = units[String(words[1])], let number = Int(words[0]),
            (0...(1 << 40)).contains(number)
        else {
            throw mistake(key, "a size such as `64 MiB`")
        }
        return ByteCount(number << shift)
    }

    /// One of the cases of an enumeration, by its raw value.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String,
        default value: Choice
    ) throws(ProfileError) -> Choice where Choice.RawValue == String {
        guard let found = node[key] else { return value }
        guard let choice = found.string.flatMap(Choice.init(rawValue:)) else {
            throw mistake(key, "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// The mapping under `key`; nil where there is none.
    func child(_ key: String, keys: [String]) throws(ProfileError) -> FieldReader? {
        guard let value = node[key] else { return nil }
        return try FieldReader(value, file: file, prefix: "\(prefix)\(key).", keys: keys)
    }

    /// The keys and values under `key`, whatever the keys are.
    func entries(_ key: String) throws(ProfileError) -> [(key: String, value: YAMLNode)] {
        guard let value = node[key] else { return [] }
        guard let pairs = value.pairs else { throw mistake(key, "a mapping") }
        return pairs.map { ($0.key.text ?? "", $0.value) }
    }

    /// The variables under `environment`.
    func environment() throws(ProfileError) -> [(name: String, value: Template)] {
        var result: [(name: String, value: Template)] = []
        for (name, value) in try entries("environment") {
            result.append((name, try template(value, in: "environment")))
        }
        return result
    }

    /// The command under `key`.
    func templates(_ key: String) throws(ProfileError) -> [Template] {
        guard let list = node[key]?.list, !list.isEmpty else {
            throw mistake(key, "a list: a program and its arguments")
        }
        return try list.map { element throws(ProfileError) in try template(element, in: key) }
    }

    func template(_ element: YAMLNode, in key: String) throws(ProfileError) -> Template {
        do {
            return try Template(element.isNull ? "" : try text(of: element, in: key))
        } catch let error as Template.Mistake {
            throw ProfileError(file: file, line: element.line, message: "`\(prefix)\(key)`: \(error.message)")
        } catch let error as ProfileError {
            throw error
        } catch {
            throw mistake(key, "texts")
        }
    }

    private func text(of element: YAMLNode, in key: String) throws(ProfileError) -> String {
        guard let text = element.text, !element.isNull else {
            let message = "`\(prefix)\(key)` must have texts in it, not \(element.kind)"
            throw ProfileError(file: file, line: element.line, message: message)
        }
        return text
    }
}
