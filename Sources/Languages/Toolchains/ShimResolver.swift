import Core
import Linux

/// Looks behind the shims of version managers, without running them.
///
/// A shim is a small program that picks a version and starts it. It would do so at every start, and in a box it could
/// not: what it picks from is not there.
struct ShimResolver {
    let home: String?

    /// The programs that stand for others under many names.
    private static let managers = ["rustup", "rustup-init", "swiftly", "volta-shim", "mise", "asdf", "proto-shim"]

    enum Result: Equatable {
        case notAShim
        case tool(String)
        /// A shim behind which nothing was found.
        case unresolved
    }

    /// What is behind `path`, the absolute path of an executable.
    func resolve(_ path: String) -> Result {
        let name = FileName(path).last
        let parts = path.split(separator: "/")
        if parts.count >= 2, parts[parts.count - 2] == "shims" {
            let root = "/" + parts.dropLast(2).joined(separator: "/")
            return chosenVersion(under: root, name: name).map(Result.tool) ?? .unresolved
        }
        guard let real = HostDirectory.resolve(path), case let manager = FileName(real).last,
            manager != name, Self.managers.contains(manager)
        else {
            return .notAShim
        }
        guard manager.hasPrefix("rustup") else { return .unresolved }
        return rustTool(name, from: path).map(Result.tool) ?? .unresolved
    }

    /// pyenv, rbenv, nodenv and their kin: `version` names the directory below `versions`.
    private func chosenVersion(under root: String, name: String) -> String? {
        let words = text(of: root + "/version").split(whereSeparator: \.isWhitespace)
        for word in words {
            let tool = "\(root)/versions/\(word)/bin/\(name)"
            if HostDirectory.isExecutable(tool) { return tool }
        }
        // No choice was made: the highest version that has it.
        return words.isEmpty ? PathPattern("\(root)/versions/*/bin/\(name)").matches.first : nil
    }

    /// rustup: `settings.toml` names the default toolchain.
    private func rustTool(_ name: String, from path: String) -> String? {
        // .cargo/bin/rustc lies beside .rustup, in the usual place and in the images that move both.
        let parent = path.split(separator: "/").dropLast(3).joined(separator: "/")
        let roots = ["/\(parent)/.rustup", "/\(parent)/rustup"] + (home.map { ["\($0)/.rustup"] } ?? [])
        for root in roots {
            let setting = text(of: root + "/settings.toml").split(separator: "\n").first {
                $0.hasPrefix("default_toolchain")
            }
            let quoted = setting?.split(separator: "\"", omittingEmptySubsequences: false) ?? []
            let toolchain = quoted.count >= 2 ? String(quoted[1]) : "stable"
            // A short name, such as `stable`, is completed with the machine's.
            for pattern in [toolchain, toolchain + "-*"] {
                let found = PathPattern("\(root)/toolchains/\(pattern)/bin/\(name)").matches
                if let tool = found.first(where: HostDirectory.isExecutable) { return tool }
            }
        }
        return nil
    }

    private func text(of path: String) -> String {
        String(decoding: (try? HostFile.read(path, limit: .kibibytes(64))) ?? [], as: UTF8.self)
    }
}
