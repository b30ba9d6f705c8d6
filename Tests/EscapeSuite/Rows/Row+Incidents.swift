extension Row {
    /// The published incidents that rows repeat, by the beginning of the rows' names.
    static let incidents: [(rows: [String], incident: String)] = [
        (
            ["Processes/stop_parent", "Processes/stop_everybody", "Time/stop"],
            "Piston #196"
        ),
        (
            ["Output/flood", "Output/Flood", "Output/one_write", "Output/sendfile_flood", "Output/packets"],
            "Piston #535, Piston #629, snekbox PR #81"
        ),
        (["SideDoors/worker_environment", "SideDoors/environment"], "Judge0 #564"),
        (["Network/"], "Judge0 CVE-2024-29021"),
        (["Files/symbolic_links", "Files/links.sh", "Files/hard_links"], "Judge0 CVE-2024-28185"),
        (["CrossRun/answers", "Files/open_everything"], "QingdaoU/OnlineJudge #165"),
        (["Processes/processes", "Files/kernel_files", "SideDoors/own_files"], "Byte-Heist #36"),
        (["Leftovers/core_"], "DOMjudge #1488"),
        (["Output/newlines"], "DOMjudge #1583"),
        (["Files/set_user_id"], "CMS #211"),
        (["Files/Escape.java"], "DMOJ #151, DMOJ #152"),
        (["CrossRun/ids of two boxes"], "Piston, box numbers reused modulo 999"),
        (
            ["SideDoors/serve to all"],
            "go-judge and SandboxFusion PR #75, PR #80: listening on all interfaces without a token"
        ),
    ]

    /// The row, with the incident that it repeats, where it has none of its own.
    var withIncident: Row {
        guard incident == nil else { return self }
        return Row.incidents.first { $0.rows.contains(where: name.hasPrefix) }.map { repeating($0.incident) } ?? self
    }
}
