/// What is handed in by the test; all of it is judged in boxes.
enum Programs {
    static let right = "print('Hello, World!')\n"
    static let wrong = "print('Hello, Wurld!')\n"
    static let refused = "x = 1\ny = (2\nprint(x y)\n"
    /// Its mistake is in a line of markup, of an escape of terminals, and of a mark that turns text around.
    static let refusedWithMarkup = "x = '<img src=x onerror=\"document.title=1\">' '\u{1b}[31m' '\u{202e}' y z\n"
    /// Wrong by a character that has no width.
    static let invisiblyWrong = "print('Hello, Wor\\u200bld!')\n"
    /// Waits for its time limit, so that there is something to cancel.
    static let slow = "import time\nwhile True: time.sleep(1)\n"
    /// Markup, a script, escapes of terminals, marks that turn text around, characters that nobody sees.
    static let hostile = """
        import sys
        out = '<img src=x onerror="document.title=1"><script>document.title=1</script><b>bold</b>'
        out += '\\x1b[31mred\\x1b]0;title\\x07 \\u202egnp.exe\\u202c zero\\u200bwidth \\u2066x\\u2069 \\x00\\x9b \\ufeff'
        sys.stdout.buffer.write(out.encode('utf-8', 'surrogatepass') + b'\\xff\\n')
        sys.stderr.write('</pre><svg onload="document.title=1">')
        """
}
