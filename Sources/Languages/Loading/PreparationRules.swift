import Core

/// What is prepared is used, what is used is prepared, and both say so in a way that can be carried out.
struct PreparationsFit: ProfileRule {
    func offence(of parsed: ParsedProfile) -> ProfileError? {
        let names = parsed.profile.prepare.map(\.name)
        let tools = parsed.profile.tools.map { "{\($0.name)}" }
        for (key, step) in parsed.steps {
            let takes = step.command.contains { $0.placeholders.contains("prepared") }
            for use in step.prepared {
                let place = "`\(key).prepared.\(use.name)`"
                guard names.contains(use.name) else {
                    let known = names.isEmpty ? "nothing" : names.joined(separator: ", ")
                    let message = "\(place) is prepared nowhere; under `prepare` there is \(known)"
                    return parsed.mistake(key, "prepared", use.name, message: message)
                }
                guard use.arguments.isEmpty || takes else {
                    let message = "\(place) has arguments, and the command has no {prepared} to take them"
                    return parsed.mistake(key, "prepared", use.name, message: message)
                }
                if let command = use.command, !tools.contains(command[0].text) {
                    let message = "\(place): a command must start with one of \(tools.joined(separator: " "))"
                    return parsed.mistake(key, "prepared", use.name, message: message)
                }
            }
        }
        for preparation in parsed.profile.prepare {
            let name = preparation.name
            func mistake(_ key: String, _ message: String) -> ProfileError {
                parsed.mistake("prepare", name, key, message: "`prepare.\(name)`: \(message)")
            }
            guard name.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }), !name.isEmpty else {
                return mistake("command", "its name may have only the letters a to z")
            }
            let taken =
                parsed.profile.tools.map(\.name) + parsed.profile.paths.map(\.name) + parsed.profile.variables.keys
            guard !taken.contains(name) else {
                return mistake("command", "`\(name)` is a tool, a path or a variable already; give it another name")
            }
            guard parsed.steps.contains(where: { $0.step.prepared.contains { $0.name == name } }) else {
                return mistake("command", "no step says in `prepared` what it does with it; say so, or set it to null")
            }
            guard tools.contains(preparation.command[0].text) else {
                return mistake("command", "its command must start with one of \(tools.joined(separator: " "))")
            }
            guard preparation.place == .run || parsed.profile.compile != nil else {
                return mistake("step", "there is no step compile; write `step: run`")
            }
            for path in preparation.files.map(\.name) + preparation.directories
            where !BoxFile.isAcceptable(path: path) {
                return mistake("files", "`\(path)` must be the relative path of a file or a directory")
            }
            for path in preparation.watches.map(\.host)
            where !path.hasPrefix("/") && !path.hasPrefix(InstallationPlaces.prefix) {
                return mistake("watch", "`\(path)` must be an absolute path, or begin with ./")
            }
        }
        return nil
    }
}
