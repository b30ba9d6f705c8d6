internal import Linux

/// What Landlock lets the programs of a box do: what the box's mounts, the filter and the namespaces let them do as well,
/// said once more in another part of the kernel.
///
/// Pure.
struct BoxRules {
    /// What is refused unless a rule allows it.
    let restriction: Landlock.Restriction
    /// What is allowed, by path.
    let rules: [(path: String, access: UInt64)]

    /// The rules of a box that is furnished by `recipe`, as far as this version of Landlock knows them; none at version 0.
    init(for recipe: BoxRecipe, version: Int) {
        restriction = Landlock.Restriction(version: version)
        guard version > 0 else {
            rules = []
            return
        }
        let known = Landlock.FileAccess(rawValue: restriction.files)
        // A rule on a directory holds for what is mounted below it, too. So "/" is all that the box shows, and what does not
        // hang from it, by whatever descriptor it was reached, is out of bounds.
        var rules: [(String, Landlock.FileAccess)] = [("/", .reading), ("/dev", .writeFile)]
        rules += recipe.writable.map { ($0, .changing) }
        self.rules = rules.map { ($0, $1.intersection(known).rawValue) }
    }
}
