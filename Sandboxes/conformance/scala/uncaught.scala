object Main extends App {
  sys.error("nobody catches this")
}
