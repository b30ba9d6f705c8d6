object Main extends App {
  val own = ProcessHandle.current.pid
  new ProcessBuilder("/bin/kill", "-KILL", own.toString).start().waitFor()
  Thread.sleep(10000)
}
