package import Linux

/// A path with `*` in some of its components, each for any text without `/`.
package struct PathPattern {
    private let components: [Substring]

    /// The absolute pattern `path`.
    package init(_ path: String) { components = path.split(separator: "/") }

    /// The paths that exist on the host, those with the highest version first.
    package var matches: [String] { matches(in: .host) }

    /// The paths that exist in `tree`, those with the highest version first.
    package func matches(in tree: FileTree) -> [String] {
        var found = [""]
        for component in components {
            if !component.contains("*") {
                found = found.map { $0 + "/" + component }
                continue
            }
            found = found.flatMap { directory in
                let names = tree.names(in: directory.isEmpty ? "/" : directory)
                return names.filter { PathPattern.matches(Array($0.utf8), Array(component.utf8)[...]) }
                    .sorted { VersionOrder.isHigher($0, $1) }
                    .map { directory + "/" + $0 }
            }
        }
        return found.filter { tree.kind(of: $0) != nil }
    }

    /// Whether `name` is what `pattern` describes; the last `*` seen takes one more byte each time the rest fails.
    private static func matches(_ name: [UInt8], _ pattern: ArraySlice<UInt8>) -> Bool {
        var inName = 0
        var inPattern = pattern.startIndex
        var retry: (name: Int, pattern: Int)?
        while inName < name.count {
            if inPattern < pattern.endIndex, pattern[inPattern] == UInt8(ascii: "*") {
                inPattern += 1
                retry = (inName, inPattern)
            } else if inPattern < pattern.endIndex, pattern[inPattern] == name[inName] {
                inName += 1
                inPattern += 1
            } else if let last = retry {
                retry = (last.name + 1, last.pattern)
                inName = last.name + 1
                inPattern = last.pattern
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}

/// The order of names with numbers in them: 3.11 is higher than 3.9.
package enum VersionOrder {
    /// Whether `left` comes before `right` when the highest version is wanted first.
    package static func isHigher(_ left: String, _ right: String) -> Bool {
        var left = left[...]
        var right = right[...]
        while let first = left.first, let second = right.first {
            let numbers = (left.prefix { $0.isASCII && $0.isNumber }, right.prefix { $0.isASCII && $0.isNumber })
            if let one = Int(numbers.0), let other = Int(numbers.1) {
                if one != other { return one > other }
                left = left.dropFirst(numbers.0.count)
                right = right.dropFirst(numbers.1.count)
            } else {
                if first != second { return first > second }
                left = left.dropFirst()
                right = right.dropFirst()
            }
        }
        return left.count > right.count
    }
}
