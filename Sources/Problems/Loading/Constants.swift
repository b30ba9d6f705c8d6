internal import YAML

/// The constants of a package, which stand for texts in its sources as `{{name}}` or `{{name.variant}}`.
struct Constants: Sendable {
    private var texts: [String: String] = [:]

    /// Whether there is nothing to replace.
    var isEmpty: Bool { texts.isEmpty }

    /// No constants.
    init() {}

    /// The constants in `section`: a value, or a mapping with `value` and variants beside it, for every name.
    ///
    /// `{{name}}` is `{{name.value}}`.
    init(_ section: Section) {
        for (key, value) in section.pairs {
            guard let name = key.text else { continue }
            if !Constants.isName(name) {
                section.fault(
                    name,
                    "\"\(name)\" is no name that a constant can have",
                    mend: "use letters, digits and _, a digit not first"
                )
            }
            if let text = value.text {
                if value.isTruthValue || value.isNull {
                    section.fault(
                        name,
                        "the constant \(name) is \(value.kind)",
                        mend: "write a number or a text, in quotes where it looks like something else"
                    )
                }
                (texts[name], texts["\(name).value"]) = (text, text)
            } else if let pairs = value.pairs {
                add(name, pairs, section)
            } else {
                section.report(name, "the constant \(name) is a list", mend: "give it one value")
            }
        }
    }

    private mutating func add(
        _ name: String,
        _ pairs: [(key: YAMLNode, value: YAMLNode)],
        _ section: Section
    ) {
        for (key, value) in pairs {
            guard let variant = key.text else { continue }
            if let text = value.text {
                texts["\(name).\(variant)"] = text
                if variant == "value" { texts[name] = text }
            } else if variant == "variants", let inner = value.pairs {
                for (key, value) in inner {
                    if let variant = key.text, let text = value.text { texts["\(name).\(variant)"] = text }
                }
            } else {
                section.report(name, "the constant \(name).\(variant) is \(value.kind)", mend: "give it one value")
            }
        }
        if texts[name] == nil {
            section.fault(name, "the constant \(name) has no value", mend: "add \"value\" beside its variants")
        }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "_") || first.isLetter else { return false }
        return text.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0.isLetter || (0x30...0x39).contains($0) }
    }

    /// The bytes of a source with every constant in its place; names that are no constants stay as they are.
    func replaced(in bytes: [UInt8]) -> [UInt8] {
        guard !isEmpty else { return bytes }
        let (opening, closing) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == opening, index + 1 < bytes.count, bytes[index + 1] == opening,
                let end = bytes[(index + 2)...].prefix(256).firstIndex(of: closing),
                end + 1 < bytes.count, bytes[end + 1] == closing,
                let text = texts[String(decoding: bytes[(index + 2)..<end], as: UTF8.self)]
            {
                result += Array(text.utf8)
                index = end + 2
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

extension YAMLNode {
    /// Whether it is `true` or `false` in every version of YAML; `yes` is a text to some.
    fileprivate var isTruthValue: Bool { bool != nil && ["true", "false"].contains(text?.lowercased()) }
}
