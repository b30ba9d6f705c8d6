package import Core
package import Digest

extension SHA256 {
    /// Adds everything of `command` that what it makes depends on.
    ///
    /// Its limits are none of it: they decide whether something is made, not what.
    package mutating func update(making command: Command) {
        update(field: "arguments \(command.arguments.count)")
        for argument in command.arguments { update(field: argument) }
        update(field: "environment \(command.environment.count)")
        for (name, value) in command.environment.sorted(by: { $0.key < $1.key }) {
            update(field: name)
            update(field: value)
        }
        update(field: "root \(command.root.entries.count)")
        for entry in command.root.entries {
            switch entry {
            case .bind(let host, let box):
                update(field: "bind")
                update(field: host)
                update(field: box)
            case .link(let box, let target):
                update(field: "link")
                update(field: box)
                update(field: target)
            case .hide(let box):
                update(field: "hide")
                update(field: box)
            }
        }
        update(field: "policy")
        update(field: command.policy)
        update(field: "collection")
        update(field: command.collection?.directory ?? "")
    }
}
