/// One argument of a command with placeholders in braces, as in `-Xmx{memory}m`; `{{` and `}}` are braces.
///
/// A number may be reckoned with, from left to right in whole numbers, as in `{memory*3/4+16}`.
public struct Template: Hashable, Sendable {
    /// A part of a template.
    package enum Piece: Hashable, Sendable {
        case text(String)
        /// A value's name, and what is done to it where it is a number.
        case placeholder(name: String, Arithmetic)
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
        let (name, arithmetic) = Arithmetic.split(inner)
        return .placeholder(name: String(name), arithmetic)
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
        if pieces.count == 1, case .placeholder(let name, let arithmetic) = pieces[0],
            arithmetic.isNothing, let list = values.lists[name]
        {
            return list
        }
        return [joined(with: values)]
    }

    /// The text that it stands for.
    package func joined(with values: TemplateValues) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let name, let arithmetic):
                values.numbers[name].map { String(arithmetic.applied(to: $0)) } ?? values.texts[name] ?? ""
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
