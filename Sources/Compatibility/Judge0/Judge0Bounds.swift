/// The limits of a Judge0 submission: what holds where nothing is said, and what may be said at most.
///
/// The figures are those of Judge0 1.13.1 as it comes.
struct Judge0Bounds: Sendable {
    /// One limit that a request may state.
    struct Field: Hashable, Sendable {
        let name: String
        let usual: Double
        let least: Double
        let most: Double
        /// Whether only whole numbers are one.
        let isWhole: Bool
    }

    static let time = Field(name: "cpu_time_limit", usual: 5, least: 0, most: 15, isWhole: false)
    static let extraTime = Field(name: "cpu_extra_time", usual: 1, least: 0, most: 5, isWhole: false)
    static let wall = Field(name: "wall_time_limit", usual: 10, least: 1, most: 20, isWhole: false)
    static let memory = Field(name: "memory_limit", usual: 128_000, least: 2048, most: 512_000, isWhole: true)
    static let stack = Field(name: "stack_limit", usual: 64_000, least: 0, most: 128_000, isWhole: true)
    static let processes = Field(
        name: "max_processes_and_or_threads",
        usual: 60,
        least: 1,
        most: 120,
        isWhole: true
    )
    static let fileSize = Field(name: "max_file_size", usual: 1024, least: 0, most: 4096, isWhole: true)
    static let runs = Field(name: "number_of_runs", usual: 1, least: 1, most: 20, isWhole: true)

    static let all = [time, extraTime, wall, memory, stack, processes, fileSize, runs]
}
