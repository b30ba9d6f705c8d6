struct Mistake: Error {}

func fail() throws {
    throw Mistake()
}

try fail()
