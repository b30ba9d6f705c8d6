internal import Queueing
public import Service
internal import Webhooks

/// What Judge0 tells of itself.
public enum Judge0Information {
    /// The version whose API this is.
    public static let version = "1.13.1"

    /// `GET /about`.
    public static func about(assay: String) -> JSONValue {
        .object([
            .init("version", .text(version)),
            .init("homepage", .null),
            .init("source_code", .null),
            .init("maintainer", .text("Assay \(assay), speaking the API of Judge0 \(version)")),
        ])
    }

    /// `GET /config_info`: what holds, and what may be asked for at most.
    ///
    /// - Parameters:
    ///   - queueLength: How many submissions there may be.
    ///   - sendsCallbacks: Whether callbacks are sent.
    /// - Returns: The answer.
    public static func configuration(queueLength: Int, sendsCallbacks: Bool) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("maintenance_mode", .flag(false)),
            .init("enable_wait_result", .flag(true)),
            .init("enable_compiler_options", .flag(false)),
            .init("allowed_languages_for_compile_options", .list([])),
            .init("enable_command_line_arguments", .flag(true)),
            .init("enable_submission_delete", .flag(false)),
            .init("enable_callbacks", .flag(sendsCallbacks)),
            .init("callbacks_max_tries", .number(sendsCallbacks ? DeliveryRule().tries : 0)),
            .init("callbacks_timeout", .number(sendsCallbacks ? CurlSender.usualLimit.inMilliseconds / 1000 : 0)),
            .init("enable_additional_files", .flag(false)),
            .init("max_extract_size", .number(0)),
            .init("redirect_stderr_to_stdout", .flag(false)),
            .init("submission_cache_duration", .number(0)),
            .init("use_docs_as_homepage", .flag(false)),
            .init("max_queue_size", .number(queueLength)),
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
            .init("max_submission_batch_size", .number(20)),
        ]
        return .object(members)
    }

    private static func figure(_ value: Double, _ field: Judge0Bounds.Field) -> JSONValue {
        field.isWhole || value == value.rounded() ? .number(Int(value)) : .number(value)
    }
}
