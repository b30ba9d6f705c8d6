class Greeting {
    public static function greet(name:String) {
        Sys.println('Hello, $name!');
    }
}
