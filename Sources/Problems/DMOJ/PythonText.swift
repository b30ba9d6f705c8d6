internal import YAML

extension YAMLNode {
    /// The text that Python's `str` makes of a plain value; nil for lists, mappings and nothing.
    var pythonText: String? {
        if let bool { return bool ? "True" : "False" }
        if let int { return "\(int)" }
        return string
    }

    /// The value as JSON, which Python reads.
    ///
    /// - Returns: nil for a mapping whose keys are no texts.
    var json: String? {
        switch value {
        case .scalar:
            if isNull { return "null" }
            if let bool { return bool ? "true" : "false" }
            if let int { return "\(int)" }
            if let double { return "\(double)" }
            return text.map(YAMLNode.quoted)
        case .sequence(let elements):
            let texts = elements.compactMap(\.json)
            return texts.count == elements.count ? "[\(texts.joined(separator: ","))]" : nil
        case .mapping(let pairs):
            let texts = pairs.compactMap { key, value in
                key.text.flatMap { key in value.json.map { "\(YAMLNode.quoted(key)):\($0)" } }
            }
            return texts.count == pairs.count ? "{\(texts.joined(separator: ","))}" : nil
        }
    }

    /// A JSON string in ASCII, so that it can be an argument in any locale.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result + "\""
    }
}
