internal import CBox
internal import Glibc
internal import JailProtocol
internal import Linux

/// A box plan in the shape that the C core carries out: every text and table it will need, in memory that stays put.
final class Preparation {
    private let strings: CStrings
    private let steps: UnsafeMutableBufferPointer<box_step>
    private let limits: UnsafeMutableBufferPointer<box_rlimit>
    private let rules: UnsafeMutableBufferPointer<box_rule>
    private let restriction: box_restriction
    private let tasks: UnsafeMutableBufferPointer<CInt>
    private let filter: UnsafeMutableBufferPointer<UInt64>
    private let arguments: CStrings
    private let environment: CStrings

    /// Prepares `box`, whose files are in the open file `bundle`, for a slot of this configuration.
    ///
    /// - Throws: `JailFailure` when we may not give it the resource limits that it is to have.
    init(
        _ box: BoxPlan,
        bundle: CInt,
        for configuration: SlotConfiguration,
        tasks taskFiles: [CInt]
    ) throws(JailFailure) {
        let table = try ResourceLimits.table(for: box)
        let recipe = BoxRecipe(box, bundle: bundle, programID: UInt32(configuration.programID))
        let landlock = BoxRules(for: recipe, version: configuration.landlock)
        let strings = CStrings(recipe.texts + ["assay", box.directory] + landlock.rules.map(\.path))
        self.strings = strings
        restriction = box_restriction(
            files: landlock.restriction.files,
            network: landlock.restriction.network,
            scopes: landlock.restriction.scopes
        )
        rules = .allocate(capacity: landlock.rules.count)
        for (index, rule) in landlock.rules.enumerated() {
            let path = strings.pointer(recipe.texts.count + 2 + index)
            rules.initializeElement(at: index, to: box_rule(path: path, access: rule.access))
        }
        steps = .allocate(capacity: recipe.steps.count)
        for (index, step) in recipe.steps.enumerated() {
            var prepared = box_step()
            prepared.operation = Int32(step.operation.rawValue)
            prepared.mode = step.mode
            prepared.path = step.path.flatMap { strings.pointer($0) }
            prepared.source = step.source.flatMap { strings.pointer($0) }
            prepared.type = step.type.flatMap { strings.pointer($0) }
            prepared.data = step.data.flatMap { strings.pointer($0) }
            prepared.flags = step.flags
            prepared.offset = step.offset
            prepared.length = step.length
            prepared.fd = step.descriptor
            prepared.owner = step.owner
            steps.initializeElement(at: index, to: prepared)
        }
        limits = .allocate(capacity: table.count)
        _ = limits.initialize(from: table)
        tasks = .allocate(capacity: taskFiles.count)
        _ = tasks.initialize(from: taskFiles)
        filter = .allocate(capacity: box.filter.count)
        _ = filter.initialize(from: box.filter)
        arguments = CStrings(box.arguments)
        environment = CStrings(box.environment)
        hostname = recipe.texts.count
    }

    deinit {
        steps.deallocate()
        limits.deallocate()
        rules.deallocate()
        tasks.deallocate()
        filter.deallocate()
    }

    private let hostname: Int

    /// Writes the plan down.
    ///
    /// This object must live until the box is gone.
    func fill(_ plan: inout box_plan) {
        plan.steps = UnsafePointer(steps.baseAddress)
        plan.step_count = steps.count
        plan.hostname = strings.pointer(hostname)
        plan.hostname_length = 5
        plan.tasks = UnsafePointer(tasks.baseAddress)
        plan.task_count = tasks.count
        plan.rlimits = UnsafePointer(limits.baseAddress)
        plan.rlimit_count = limits.count
        plan.directory = strings.pointer(hostname + 1)
        plan.restriction = restriction
        plan.rules = UnsafePointer(rules.baseAddress)
        plan.rule_count = rules.count
        plan.filter = UnsafeRawPointer(filter.baseAddress)
        plan.filter_length = UInt16(filter.count)
        plan.arguments = arguments.list
        plan.environment = environment.list
    }

    /// What step number `index` of the plan is about, for messages.
    static func subject(ofStep index: Int, in box: BoxPlan) -> String {
        let recipe = BoxRecipe(box, bundle: -1, programID: 0)
        guard recipe.steps.indices.contains(index), let path = recipe.steps[index].path else { return "step \(index)" }
        return recipe.texts[path]
    }

    /// What Landlock was asked for when it failed with that index, for messages.
    static func subject(ofRule index: Int, in box: BoxPlan) -> String {
        if index == 0 { return "make the ruleset" }
        let rules = BoxRules(for: BoxRecipe(box, bundle: -1, programID: 0), version: Landlock.newest).rules
        return rules.indices.contains(index - 1) ? "rule for \(rules[index - 1].path)" : "restrict the program"
    }
}
