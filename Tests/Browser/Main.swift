import Glibc

/// `browser-test SERVICE_PORT DRIVER_PORT PICTURES REPORT ADMIN_KEY CANDIDATE_KEY`: goes through the page and a report.
///
/// As somebody would who looks at them; and says what is not as it should be. `scripts/test-browser` starts everything that it needs.
@main
enum Main {
    static func main() {
        let words = CommandLine.arguments
        guard words.count == 7, let service = UInt16(words[1]), let driver = UInt16(words[2]) else {
            print("browser-test: started by scripts/test-browser")
            exit(2)
        }
        let course = Course(
            service: HTTPExchange(port: service),
            driver: HTTPExchange(port: driver),
            pictures: words[3],
            report: words[4],
            adminKey: words[5],
            candidateKey: words[6]
        )
        let failures = course.run()
        print(failures == 0 ? "browser-test: all good" : "browser-test: \(failures) failed")
        exit(failures == 0 ? 0 : 1)
    }
}
