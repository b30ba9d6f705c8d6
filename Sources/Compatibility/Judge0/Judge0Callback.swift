public import Queueing
internal import Service
public import Webhooks

/// How Judge0 tells of a submission's end at its `callback_url`: by a PUT of what `GET /submissions/{token}` answers
/// where no fields are named, with texts in Base64.
public enum Judge0Callback {
    /// The name that endpoints have for this form.
    public static let style = "judge0"

    /// Makes such messages of the runs in `queue`.
    ///
    /// - Parameter queue: The queue in whose outbox the messages are.
    /// - Returns: The form; it gives no message where the run is not there any more.
    public static func form(of queue: any JobQueue) -> WebhookMessage.Style {
        { (claimed) throws(QueueError) in
            guard let job = try queue.job(claimed.delivery.job),
                let run = try RunRecord(job, from: queue, withContents: false)
            else { return nil }
            // Names of languages are not among these fields.
            let answer = Judge0Answer(run, isBase64: true, languages: Judge0Languages([]))
            do throws(Judge0Complaint) {
                return WebhookMessage(method: "PUT", body: try answer.json(Judge0Fields()).bytes)
            } catch {
                throw .machinery(operation: "make a callback", detail: "run \(run.id) cannot be told in Base64")
            }
        }
    }
}
