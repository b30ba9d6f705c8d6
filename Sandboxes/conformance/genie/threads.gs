[indent=4]
class Adder
    total : static int
    number : int

    construct (number : int)
        self.number = number

    def add () : bool
        for var i = 1 to 1000
            AtomicInt.add (ref total, number)
        return true

init
    var zero = new Thread of bool (null, new Adder (0).add)
    var one = new Thread of bool (null, new Adder (1).add)
    var two = new Thread of bool (null, new Adder (2).add)
    var three = new Thread of bool (null, new Adder (3).add)
    zero.join ()
    one.join ()
    two.join ()
    three.join ()
    print "%d", Adder.total
