/// One argument of a command with placeholders in braces, as in `-Xmx{memory}m`; `{{` and `}}` are braces.
public struct Template: Hashable, Sendable {
    /// A part of a template.
    package enum Piece: Hashable, Sendable {
        case text(String)
        /// A value's name; `{memory+64}` adds to a number.
        case placeholder(name: String, offset: Int)
    }

    /// The argument as the profile writes it.
    public let text: String
    package let pieces: [Piece]

    /// Reads `text`.
    ///
    /// - Throws: `Mistake` when a brace has no partner, or a placeholder no name.
    package init(_ text: String) throws(Mistake) {
        self.text = text
        // Most arguments are what they are.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) else {
            pieces = text.isEmpty ? [] : [.text(text)]
            return
        }
        var pieces: [Piece] = []
        var literal = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                literal.append(character)
                rest.removeFirst()
            case "{":
                guard let end = rest.firstIndex(of: "}") else { throw Mistake(message: "`{` has no `}`") }
                if !literal.isEmpty { pieces.append(.text(literal)) }
                literal = ""
                pieces.append(try Template.placeholder(rest[..<end]))
                rest = rest[rest.index(after: end)...]
            case "}":
                throw Mistake(message: "`}` has no `{`")
            default:
                literal.append(character)
            }
        }
        if !literal.isEmpty { pieces.append(.text(literal)) }
        self.pieces = pieces
    }

    /// A template that cannot be read.
    package struct Mistake: Error {
        package let message: String
    }

    private static func placeholder(_ inner: Substring) throws(Mistake) -> Piece {
        guard !inner.isEmpty else { throw Mistake(message: "`{}` names nothing; a brace itself is written twice") }
        // Only a sign with digits up to the end is an offset: a tool may be called `g++`.
        if let sign = inner.lastIndex(where: { $0 == "+" || $0 == "-" }), sign != inner.startIndex,
            let offset = Int(inner[sign...])
        {
            return .placeholder(name: String(inner[..<sign]), offset: offset)
        }
        return .placeholder(name: String(inner), offset: 0)
    }
}

extension Template {
    /// The names of its placeholders, in their order.
    package var placeholders: [String] {
        pieces.compactMap { piece in
            if case .placeholder(let name, _) = piece { name } else { nil }
        }
    }

    /// The arguments that it stands for: one, or as many as a list has when the list's placeholder is all of it.
    package func expanded(with values: TemplateValues) -> [String] {
        if pieces.count == 1, case .placeholder(let name, 0) = pieces[0], let list = values.lists[name] {
            return list
        }
        return [joined(with: values)]
    }

    /// The text that it stands for.
    package func joined(with values: TemplateValues) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let name, let offset):
                values.numbers[name].map { String(max(1, $0 + offset)) } ?? values.texts[name] ?? ""
            }
        }.joined()
    }
}

/// What the placeholders of a command stand for.
package struct TemplateValues {
    package var texts: [String: String] = [:]
    package var numbers: [String: Int] = [:]
    package var lists: [String: [String]] = [:]

    package init() {}
}
