module namespace greeting = "greeting";

declare function greeting:greet($name) {
    "Hello, " || $name || "!"
};
