/// What a Java source file declares, as far as starting it needs to be known.
package struct JavaSource: Equatable {
    /// A class, interface, enum or record.
    package struct DeclaredType: Equatable {
        /// Its binary name without the package, as in `Outer$Inner`.
        package var name: String
        package var isPublic: Bool
        /// Whether it has a `public static void main(String[])`.
        package var hasMain: Bool
        /// Whether it has a `main` that virtual machines start since Java 25.
        package var hasLenientMain = false
        /// Whether it is not inside another.
        package var isOutermost: Bool
    }

    /// The package; nil for the unnamed one.
    package private(set) var package: String?
    /// The types, in the order of their names in the file.
    package private(set) var types: [DeclaredType] = []
    /// Whether it has a `main` outside of all types, so that the file as a whole is a class: since Java 25.
    package private(set) var isClassItself = false

    /// Reads `source`, which need not be correct Java.
    package init(_ source: [UInt8]) {
        var scanner = JavaScanner(JavaToken.tokens(of: source))
        scanner.scan()
        package = scanner.package
        types = scanner.types
        isClassItself = scanner.isClassItself
    }

    /// The name of the outermost public type, after which the file has to be called.
    package var publicType: String? { types.first { $0.isPublic && $0.isOutermost }?.name }

    /// The full names of the types with a `main` method: of the outermost ones, else of those inside.
    package var mainClasses: [String] { classes(where: \.hasMain) }

    /// The same of those with any `main` that can be started since Java 25.
    package var lenientMainClasses: [String] { classes(where: \.hasLenientMain) }

    private func classes(where has: (DeclaredType) -> Bool) -> [String] {
        let all = types.filter(has)
        let outermost = all.filter(\.isOutermost)
        return (outermost.isEmpty ? all : outermost).map { qualified($0.name) }
    }

    /// `name` with the package before it.
    package func qualified(_ name: String) -> String { package.map { "\($0).\(name)" } ?? name }
}

/// Walks over the tokens of a source file and keeps track of which type's body it is in.
private struct JavaScanner {
    private enum Scope {
        case type(Int, isInterface: Bool)
        case other
    }

    private(set) var package: String?
    private(set) var types: [JavaSource.DeclaredType] = []
    private(set) var isClassItself = false
    private let tokens: [JavaToken]
    private var place = 0
    private var scopes: [Scope] = []
    private var parentheses = 0
    /// The type whose body begins at the next `{`.
    private var pending: (index: Int, isInterface: Bool)?
    /// The words since the last member began: where `public static void` stand before `main`.
    private var words: [String] = []

    init(_ tokens: [JavaToken]) { self.tokens = tokens }

    private func word(_ offset: Int = 0) -> String? {
        guard tokens.indices.contains(place + offset), case .word(let word) = tokens[place + offset] else { return nil }
        return word
    }

    private func isMark(_ mark: Unicode.Scalar, _ offset: Int = 0) -> Bool {
        tokens.indices.contains(place + offset) && tokens[place + offset] == .mark(UInt8(ascii: mark))
    }

    /// The type whose body we are directly in; nil at the top, and inside of methods.
    private var owner: (index: Int, isInterface: Bool)? {
        guard case .type(let index, let isInterface) = scopes.last else { return nil }
        return (index, isInterface)
    }

    mutating func scan() {
        while place < tokens.count {
            switch tokens[place] {
            case .mark(let mark): take(mark)
            case .word(let word): take(word)
            }
            place += 1
        }
    }

    private mutating func take(_ mark: UInt8) {
        switch mark {
        case UInt8(ascii: "("): parentheses += 1
        case UInt8(ascii: ")"): parentheses = max(0, parentheses - 1)
        case UInt8(ascii: "{"):
            if let type = pending, parentheses == 0 {
                scopes.append(.type(type.index, isInterface: type.isInterface))
                pending = nil
            } else {
                scopes.append(.other)
            }
            words = []
        case UInt8(ascii: "}"):
            scopes = scopes.dropLast()
            words = []
        case UInt8(ascii: ";"): words = []
        default: break
        }
    }

    private mutating func take(_ text: String) {
        // Locals and arguments declare nothing that can be started.
        guard parentheses == 0, scopes.isEmpty || owner != nil else { return }
        if text == "package", scopes.isEmpty, package == nil {
            takePackage()
        } else if startsType(text) {
            declare(text)
        } else if text == "main", isMark("(", 1), words.last == "void" {
            takeMain()
        }
        words.append(text)
    }

    /// A method called `main` that gives nothing back.
    private mutating func takeMain() {
        let isLenient = !words.contains("private") && (takesStrings || isMark(")", 2))
        guard let owner else {
            if isLenient { isClassItself = true }
            return
        }
        let isStatic = words.contains("static")
        if isLenient, isStatic || !owner.isInterface { types[owner.index].hasLenientMain = true }
        let isVisible = words.contains("public") || owner.isInterface
        if isVisible, isStatic, takesStrings { types[owner.index].hasMain = true }
    }

    private mutating func takePackage() {
        var parts: [String] = []
        while let part = word(1) {
            parts.append(part)
            place += 1
            guard isMark(".", 1) else { break }
            place += 1
        }
        if !parts.isEmpty { package = parts.joined(separator: ".") }
    }

    private func startsType(_ text: String) -> Bool {
        guard pending == nil, word(1) != nil, !isMark(".", -1) else { return false }
        switch text {
        case "class", "interface", "enum": return true
        // Only a name with a list of components is a record: `record` is no reserved word.
        case "record": return isMark("(", 2) || isMark("<", 2)
        default: return false
        }
    }

    private mutating func declare(_ keyword: String) {
        guard let name = word(1) else { return }
        let outer = owner.map { types[$0.index].name + "$" } ?? ""
        types.append(
            JavaSource.DeclaredType(
                name: outer + name,
                isPublic: words.contains("public"),
                hasMain: false,
                isOutermost: scopes.isEmpty
            )
        )
        pending = (types.count - 1, keyword == "interface")
        place += 1
    }

    /// Whether the parameters that begin at the next token are those of `main`.
    private var takesStrings: Bool {
        let rest = tokens.dropFirst(place + 2).prefix { $0 != .mark(UInt8(ascii: ")")) }
        return rest.contains(.word("String")) && !rest.contains(.mark(UInt8(ascii: ",")))
    }
}
