object Main extends App {
  println((1 to 50).map(BigInt(_)).product)
}
