/// The most that anybody may ask for, on a command line or in a problem package.
///
/// A limit bounds what the worker itself spends on a run, too: output and files of a box are kept in its memory. What is
/// beyond these is no limit any more but a slip of the pen or an attack on the worker.
public enum Ceilings {
    /// Memory of one run.
    public static let memory = ByteCount.mebibytes(64 << 10)
    /// What one run may write.
    public static let output = ByteCount.mebibytes(1 << 10)
    /// What one plain run may read.
    public static let input = ByteCount.mebibytes(1 << 10)
    /// The files of one submission.
    public static let code = ByteCount.mebibytes(64)
    /// CPU time, and time on the clock, of one run.
    public static let time = Duration.seconds(3600)
}
