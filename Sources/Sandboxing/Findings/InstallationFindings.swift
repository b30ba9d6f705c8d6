/// The parts of Assay itself.
enum InstallationFindings {
    static func all(_ facts: HostFacts) -> [Finding] {
        let jailer = Finding.Subject(.installation, "jailer", "jailer")
        let policies = Finding.Subject(.installation, "policies", "policies")
        return [
            facts.faults["jailer"].map { .missing(jailer, $0, mend: "in the source tree:", command: "make build") }
                ?? .ok(jailer, facts.jailer),
            facts.faults["policies"].map { .missing(policies, $0, mend: "mend the file, or install Assay again") }
                ?? .ok(policies, "native, scripting, managed, compiler"),
        ]
    }
}
