internal import Linux
internal import Queueing
internal import Webhooks

/// Loads libcurl when the first message is sent: most services never send one.
struct LazySender: WebhookSending {
    private let rule: AddressRule
    private let sender = Monitor<CurlSender?>(nil)

    init(_ rule: AddressRule) { self.rule = rule }

    func send(
        _ message: WebhookMessage,
        to url: String,
        headers: [(name: String, value: String)]
    ) -> DeliveryAnswer {
        var found = sender.look { $0 }
        if found == nil {
            do throws(QueueError) {
                let made = try CurlSender(rule)
                found = sender.change { sender in
                    sender = sender ?? made
                    return sender
                }
            } catch {
                return .unreachable(error.description)
            }
        }
        return found?.send(message, to: url, headers: headers) ?? .unreachable("libcurl is not loaded")
    }
}
