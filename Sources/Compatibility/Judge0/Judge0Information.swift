/// What Judge0 tells of itself.
public enum Judge0Information {
    /// The version whose API this is.
    public static let version = "1.13.1"

    /// `GET /about`.
    public static func about(assay: String) -> JSON {
        .object([
            .init("version", .text(version)),
            .init("homepage", .null),
            .init("source_code", .null),
            .init("maintainer", .text("Assay \(assay), speaking the API of Judge0 \(version)")),
        ])
    }

    /// `GET /config_info`: what holds, and what may be asked for at most.
    public static func configuration(queueLength: Int) -> JSON {
        var members: [JSON.Member] = [
            .init("maintenance_mode", .flag(false)),
            .init("enable_wait_result", .flag(true)),
            .init("enable_compiler_options", .flag(false)),
            .init("allowed_languages_for_compile_options", .list([])),
            .init("enable_command_line_arguments", .flag(true)),
            .init("enable_submission_delete", .flag(false)),
            .init("enable_callbacks", .flag(true)),
            .init("callbacks_max_tries", .integer(1)),
            .init("callbacks_timeout", .number(10)),
            .init("enable_additional_files", .flag(false)),
            .init("max_queue_size", .integer(queueLength)),
        ]
        for field in Judge0Bounds.all {
            members.append(.init(field.name, figure(field.usual, field)))
            members.append(.init("max_" + field.name, figure(field.most, field)))
        }
        for name in ["enable_per_process_and_thread_time_limit", "enable_per_process_and_thread_memory_limit"] {
            members += [.init(name, .flag(false)), .init("allow_" + name, .flag(false))]
        }
        members += [
            .init("enable_network", .flag(false)),
            .init("allow_enable_network", .flag(false)),
            .init("enable_batched_submissions", .flag(true)),
            .init("max_submission_batch_size", .integer(20)),
        ]
        return .object(members)
    }

    private static func figure(_ value: Double, _ field: Judge0Bounds.Field) -> JSON {
        field.isWhole || value == value.rounded() ? .integer(Int(value)) : .number(value)
    }
}
