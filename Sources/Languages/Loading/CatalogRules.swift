import Core

/// One thing that has to be so among all profiles.
protocol CatalogRule: Sendable {
    /// The first offence; nil when there is none.
    func offence(of profiles: [ParsedProfile]) -> ProfileError?
}

/// A word on the command line means one language.
struct NamesAreUnique: CatalogRule {
    func offence(of profiles: [ParsedProfile]) -> ProfileError? {
        var owners: [String: String] = [:]
        for parsed in profiles {
            owners[parsed.profile.id.rawValue] = parsed.source.file
        }
        for parsed in profiles {
            for alias in parsed.profile.aliases {
                if let owner = owners[alias] {
                    let message = "the alias `\(alias)` is already taken by \(owner); remove one of them"
                    return parsed.mistake("aliases", message: message)
                }
                owners[alias] = parsed.source.file
            }
        }
        return nil
    }
}

/// Of two profiles that share an extension one has the higher priority.
struct PrioritiesDecide: CatalogRule {
    func offence(of profiles: [ParsedProfile]) -> ProfileError? {
        var owners: [String: [Int: String]] = [:]
        for parsed in profiles where parsed.profile.isDetected {
            let priority = parsed.profile.priority
            for suffix in parsed.profile.extensions {
                if let owner = owners[suffix]?[priority] {
                    let claim = ".\(suffix) with priority \(priority)"
                    let message = "\(owner) has \(claim) as well; give one a higher priority"
                    return parsed.mistake("priority", message: message)
                }
                owners[suffix, default: [:]][priority] = parsed.source.file
            }
        }
        return nil
    }
}

/// A number of Judge0 means one language.
struct Judge0NumbersAreUnique: CatalogRule {
    func offence(of profiles: [ParsedProfile]) -> ProfileError? {
        var owners: [Int: String] = [:]
        for parsed in profiles {
            for number in parsed.profile.names.judge0 {
                if let owner = owners[number] {
                    let message = "\(owner) has the Judge0 number \(number) as well; remove one of them"
                    return parsed.mistake("names", "judge0", message: message)
                }
                owners[number] = parsed.source.file
            }
        }
        return nil
    }
}
