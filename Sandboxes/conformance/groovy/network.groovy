try {
    new Socket('192.0.2.1', 80)
} catch (IOException e) {
    println 'no network'
}
