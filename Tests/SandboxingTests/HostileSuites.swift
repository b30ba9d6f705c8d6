import Testing

/// All suites that measure boxes, or kill those who make them.
///
/// One test after the other, so that what one of them sees is not another's doing.
@Suite(.serialized, .timeLimit(.minutes(60)))
enum HostileSuites {}
