extension OpenAPI {
    /// Everything that can be done; a test holds it against the routes.
    static let operations: [Operation] = submissions + others + webhooks

    private static let submissions: [Operation] = [
        .init(
            method: "POST",
            path: "/v1/submissions",
            id: "submit",
            summary: "Has a solution judged, or a program run",
            scope: "submit",
            parameters: ["IdempotencyKey"],
            body: "SubmissionOrder",
            answers: [(202, "It is on disk, and waits.", "Accepted")],
            faults: [409, 413, 415, 422]
        ),
        .init(
            method: "GET",
            path: "/v1/submissions",
            id: "listSubmissions",
            summary: "Submissions, the newest first",
            scope: "read",
            parameters: ["Limit", "After", "State", "ProblemName", "Tenant"],
            answers: [(200, "A part of the list.", "SubmissionList")]
        ),
        .init(
            method: "GET",
            path: "/v1/submissions/{id}",
            id: "getSubmission",
            summary: "A submission, with its report when it is done",
            scope: "read",
            parameters: ["SubmissionID"],
            answers: [(200, "The submission.", "Submission")],
            faults: [404]
        ),
        .init(
            method: "DELETE",
            path: "/v1/submissions/{id}",
            id: "cancelSubmission",
            summary: "Takes a submission back",
            scope: "submit",
            parameters: ["SubmissionID"],
            answers: [(202, "What became of that.", "Cancellation")],
            faults: [404]
        ),
        .init(
            method: "GET",
            path: "/v1/submissions/{id}/events",
            id: "followSubmission",
            summary: "What happens to a submission, as server-sent events",
            scope: "read",
            parameters: ["SubmissionID", "LastEventID", "AfterEvent"],
            answers: [(200, "Events until the end.", "text/event-stream"), (204, "Nothing follows.", nil)],
            faults: [404]
        ),
        .init(
            method: "POST",
            path: "/v1/submissions/{id}:retry",
            id: "retrySubmission",
            summary: "Has a dead submission judged once more",
            scope: "admin",
            parameters: ["SubmissionID"],
            answers: [(202, "It waits again.", "State")],
            faults: [404, 409]
        ),
        .init(
            method: "POST",
            path: "/v1/submissions:batch",
            id: "submitBatch",
            summary: "Has several judged or run, all of them or none",
            scope: "submit",
            body: "Batch",
            answers: [(202, "They are on disk, and wait.", "AcceptedList")],
            faults: [409, 413, 415, 422]
        ),
        .init(
            method: "POST",
            path: "/v1/submissions:rejudge",
            id: "rejudge",
            summary: "Has finished submissions judged again",
            scope: "admin",
            body: "Rejudging",
            answers: [(202, "The new submissions.", "Rejudged")],
            faults: [404, 409, 413, 415, 422]
        ),
        .init(
            method: "POST",
            path: "/v1/runs",
            id: "run",
            summary: "Runs a program and waits for it",
            scope: "submit",
            parameters: ["Wait", "IdempotencyKey"],
            body: "RunOrder",
            answers: [(200, "What it did.", "RunReport"), (202, "It is not over yet.", "State")],
            faults: [409, 413, 415, 422, 502]
        ),
    ]

    private static let others: [Operation] = [
        .init(
            method: "POST",
            path: "/v1/problems",
            id: "pushProblem",
            summary: "Takes a problem's package in",
            scope: "admin",
            parameters: ["NewProblemName"],
            body: "application/zip",
            answers: [(201, "It can be judged with.", "PushedProblem")],
            faults: [413, 415, 422]
        ),
        .init(
            method: "GET",
            path: "/v1/problems",
            id: "listProblems",
            summary: "Problems in the order of their names",
            scope: "",
            parameters: ["Limit", "AfterName"],
            answers: [(200, "A part of the list.", "ProblemList")]
        ),
        .init(
            method: "GET",
            path: "/v1/problems/{name}",
            id: "getProblem",
            summary: "A problem, with its statement and samples",
            scope: "",
            parameters: ["ProblemPathName"],
            answers: [(200, "The problem.", "ProblemDescription")],
            faults: [404]
        ),
        .init(
            method: "GET",
            path: "/v1/languages",
            id: "listLanguages",
            summary: "The languages that are known, and which are offered now",
            scope: "",
            answers: [(200, "All of them.", "LanguageList")]
        ),
        .init(
            method: "GET",
            path: "/v1/statistics",
            id: "statistics",
            summary: "How the queue and the service are doing",
            scope: "admin",
            answers: [(200, "The figures.", "Statistics")]
        ),
        .init(
            method: "GET",
            path: "/v1/workers",
            id: "listWorkers",
            summary: "The workers",
            scope: "admin",
            answers: [(200, "All of them.", "WorkerList")]
        ),
        .init(
            method: "GET",
            path: "/metrics",
            id: "metrics",
            summary: "Figures for Prometheus",
            scope: "admin",
            answers: [(200, "Text, version 0.0.4.", "text/plain")]
        ),
        .init(
            method: "GET",
            path: "/healthz",
            id: "health",
            summary: "Whether the process answers",
            scope: nil,
            answers: [(200, "It does.", "Status")]
        ),
        .init(
            method: "GET",
            path: "/readyz",
            id: "readiness",
            summary: "Whether requests can be served",
            scope: nil,
            answers: [(200, "They can.", "Status")]
        ),
        .init(
            method: "GET",
            path: "/openapi.json",
            id: "description",
            summary: "This document",
            scope: nil,
            answers: [(200, "OpenAPI 3.1.", "Anything")]
        ),
    ]
}
