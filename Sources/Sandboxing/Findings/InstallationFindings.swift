internal import Core

/// The parts of Assay itself.
enum InstallationFindings {
    static func all(_ facts: HostFacts) -> [Finding] { [jailer(facts), policies(facts), etc(facts)] }

    private static func jailer(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.installation, "jailer", "jailer")
        guard let fault = facts.faults["jailer"] else { return .ok(subject, facts.jailer) }
        if fault.contains(JailerFile.ownership) {
            let path = ShellWord.quoted(facts.jailer)
            return .missing(subject, fault, command: facts.asRoot(["chown root \(path)", "chmod 755 \(path)"]))
        }
        return .missing(
            subject,
            fault,
            mend: "in the source tree:",
            command: facts.jailer.contains("/libexec/") ? facts.asRoot("make install") : "make build"
        )
    }

    private static func policies(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.installation, "policies", "policies")
        guard let fault = facts.faults["policies"] else {
            return .ok(subject, facts.policies.isEmpty ? "all can be used" : facts.policies.joined(separator: ", "))
        }
        return .missing(
            subject,
            fault,
            mend: "mend the file, or have it anew from the source tree; there:",
            command: facts.sandboxes.contains("/share/")
                ? facts.asRoot("make install") : "git checkout -- Sandboxes/policies"
        )
    }

    private static func etc(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.installation, "etc", "etc of boxes")
        guard let fault = facts.faults["etc"] else {
            return .ok(subject, Root.ownFilesOfEtc.joined(separator: ", "))
        }
        return .missing(
            subject,
            fault,
            mend: "have it anew from the source tree; there:",
            command: facts.sandboxes.contains("/share/")
                ? facts.asRoot("make install") : "git checkout -- Sandboxes/etc"
        )
    }
}
