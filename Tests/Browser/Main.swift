import Glibc

/// `browser-test SERVICE_PORT DRIVER_PORT PICTURES [ADMIN_KEY CANDIDATE_KEY]`: goes through the page.
///
/// As somebody would who looks at it; and says what is not as it should be. `scripts/test-browser` starts everything that it needs.
@main
enum Main {
    static func main() {
        let words = CommandLine.arguments
        guard words.count == 4 || words.count == 6, let service = UInt16(words[1]), let driver = UInt16(words[2]) else {
            print("browser-test: started by scripts/test-browser")
            exit(2)
        }
        let course = Course(
            service: HTTPExchange(port: service),
            driver: HTTPExchange(port: driver),
            pictures: words[3],
            adminKey: words.count == 6 ? words[4] : nil,
            candidateKey: words.count == 6 ? words[5] : nil
        )
        let failures = course.run()
        print(failures == 0 ? "browser-test: all good" : "browser-test: \(failures) failed")
        exit(failures == 0 ? 0 : 1)
    }
}
